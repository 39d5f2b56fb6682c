package org.milesbot.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ana:s3cret@db.example.org:6543/miles?sslmode=require, ana:s3cret@db.example.org:6543/miles",
        "postgres://ana:s3cret@db.example.org/miles,                       ana:s3cret@db.example.org:5432/miles",
        "jdbc:postgresql://db.example.org/miles?user=ana&password=s3cret,   ana:s3cret@db.example.org:5432/miles",
        "jdbc:postgresql://ana:s3cret@db.example.org/miles,                ana:s3cret@db.example.org:5432/miles",
        "postgresql://ana:s3cret@[::1]:6543/miles,                         ana:s3cret@[::1]:6543/miles",
        "postgresql://ana:s3cret@[2001:db8::1]/miles,                      ana:s3cret@[2001:db8::1]:5432/miles",
        "postgresql://an%40a:a%3Ab%2Fc%25+%23@h/m%20s,                     an@a:a:b/c%+#@h:5432/m s",
        "postgresql://ana:a@b#c@h/m,                                       ana:a@b#c@h:5432/m",
        "postgresql://ana@h,                                               ana:null@h:5432/ana",
        "postgresql:///miles?user=ana&host=h&port=1,                       ana:null@h:1/miles",
        "jdbc:postgresql:miles?user=ana,                                   ana:null@localhost:5432/miles",
    })
    void readsEveryForm(String url, String parts) {
        DatabaseAddress address = DatabaseAddress.parse(url);

        assertThat(address.user() + ":" + address.password() + "@" + address.server() + "/" + address.database())
                .isEqualTo(parts);
    }

    @Test
    void takesWhatIsLeftOutAsPsqlDoes() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://");

        assertThat(address.server()).isEqualTo("localhost:5432");
        assertThat(address.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(address.database()).isEqualTo(address.user());
    }

    @Test
    void keepsOptionsUnderTheNamesOfTheDriver() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ana@h/m?sslmode=require&connect_timeout=3");

        assertThat(address.options()).containsEntry("sslmode", "require").containsEntry("connectTimeout", "3");
    }

    @Test
    void masksSecrets() {
        assertThat(DatabaseAddress.parse("postgresql://ana:s3cret@h/m?sslmode=require&sslpassword=s3cret"))
                .hasToString("postgresql://ana:***@h:5432/m?sslmode=require&sslpassword=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://ana:s3cret@h/m",
                "h:5432",
                "postgresql://ana:s3cret%zz@h/m",
                "postgresql://ana:s3cret@h:port/m",
                "postgresql://ana:s3cret@h:70000/m",
                "postgresql://ana:s3cret@h:1,i:2/m",
                "postgresql://ana:s3cret@::1/m",
                "postgresql://ana:s3cret@[::1/m",
                "postgresql://ana:s3cret@h/m?sslmode",
                "postgresql://ana:s3cret@%2Fvar%2Frun/m",
                "postgresql://ana:s3/cret@h/m",
            })
    void showsARightOneForAWrongOneAndNeverThePassword(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOfSatisfying(MilesbotException.class, error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION);
                    assertThat(error.text().in(Locale.forLanguageTag("pt-BR"))).contains("endereço certo");
                })
                .hasMessageContaining("postgresql://user:password@host:5432/database")
                .hasMessageNotContaining("s3")
                .hasNoCause();
    }
}
