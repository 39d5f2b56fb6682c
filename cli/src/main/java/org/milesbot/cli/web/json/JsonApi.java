package org.milesbot.cli.web.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.web.read.Shelf;

/** All that can be read as JSON. */
public final class JsonApi {

    private JsonApi() {}

    /**
     * Its routes.
     *
     * @param sources how the sources do; asked by several threads
     */
    public static List<WebRoute> routes(Shelf shelf, Supplier<SourceOverview> sources) {
        return operations(shelf, sources).stream().map(Operation::route).toList();
    }

    static List<Operation> operations(Shelf shelf, Supplier<SourceOverview> sources) {
        List<Operation> operations = new ArrayList<>(new PromoOperations(shelf).all());
        operations.add(new SearchOperation(shelf).operation());
        operations.add(new ForecastOperation(shelf).operation());
        operations.add(new ProgramOperation(shelf).operation());
        operations.add(SourceOperation.of(sources));
        operations.add(OpenApi.operation());
        return operations;
    }
}
