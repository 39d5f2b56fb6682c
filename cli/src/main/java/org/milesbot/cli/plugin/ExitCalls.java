package org.milesbot.cli.plugin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the calls of {@code System.exit} in a class into calls of {@link NoExit#exit}: their names stand once in the class's
 * pool of constants, so the code itself stays as it is.
 */
final class ExitCalls {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int MOST_CONSTANTS = 65_535;
    private static final int HEADER = 10;
    private static final int AT_COUNT = 8;

    private final ByteBuffer bytes;
    private final int count;
    private final int[] at;
    private final int end;

    private ExitCalls(byte[] classFile) {
        bytes = ByteBuffer.wrap(classFile.clone());
        count = unsigned(AT_COUNT);
        at = new int[count];
        int position = HEADER;
        int index = 1;
        while (index < count) {
            at[index] = position;
            int tag = bytes.get(position);
            position += sizeOf(tag, position);
            // Long numbers take two places.
            index += tag == 5 || tag == 6 ? 2 : 1;
        }
        end = position;
    }

    /** The class without such calls; null if there is none in it, or it is no class that is understood. */
    static byte @Nullable [] refused(byte[] classFile) {
        try {
            return new ExitCalls(classFile).rewritten();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // The Java machine says what is wrong with it.
            return null;
        }
    }

    private byte @Nullable [] rewritten() {
        List<Integer> calls = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            if (at[i] != 0 && bytes.get(at[i]) == METHOD && isExit(at[i])) {
                calls.add(at[i]);
            }
        }
        if (calls.isEmpty() || count + 2 > MOST_CONSTANTS) {
            return null;
        }
        calls.forEach(call -> bytes.putShort(call + 1, (short) (count + 1)));
        bytes.putShort(AT_COUNT, (short) (count + 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(out)) {
            data.write(bytes.array(), 0, end);
            data.writeByte(UTF8);
            data.writeUTF(NoExit.class.getName().replace('.', '/'));
            data.writeByte(CLASS);
            data.writeShort(count);
            data.write(bytes.array(), end, bytes.limit() - end);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes cannot fail to be written to", e);
        }
        return out.toByteArray();
    }

    private boolean isExit(int call) {
        int named = at[unsigned(call + 3)];
        return isNamed(at[unsigned(call + 1)], "java/lang/System")
                && bytes.get(named) == NAME_AND_TYPE
                && isNamed(named, "exit")
                && text(unsigned(named + 3)).equals("(I)V");
    }

    private boolean isNamed(int constant, String name) {
        return text(unsigned(constant + 1)).equals(name);
    }

    private String text(int index) {
        return new String(bytes.array(), at[index] + 3, unsigned(at[index] + 1), StandardCharsets.UTF_8);
    }

    private int unsigned(int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }

    private int sizeOf(int tag, int position) {
        return switch (tag) {
            case UTF8 -> 3 + unsigned(position + 1);
            case CLASS, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> throw new IndexOutOfBoundsException("a constant of the kind " + tag);
        };
    }
}
