package io.github.wxpaycodegen.runtime;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a compiled class refers to, from the constant pool and the fields of its class file.
 *
 * @param references methods and fields of other classes, as {@code java/lang/String.getBytes()[B}
 * @param fieldTypes the descriptors of its own fields
 */
record CompiledClass(List<String> references, List<String> fieldTypes) {
    private static final int MAGIC = 0xCAFEBABE;

    static CompiledClass read(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("this is no class file");
            }
            in.readInt();
            Pool pool = Pool.read(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            return new CompiledClass(pool.references(), fieldTypes(in, pool));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fieldTypes(DataInputStream in, Pool pool) throws IOException {
        List<String> types = new ArrayList<>();
        int fields = in.readUnsignedShort();
        for (int i = 0; i < fields; i++) {
            in.skipNBytes(4);
            types.add(pool.text(in.readUnsignedShort()));
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
        return types;
    }

    /** The constants by their index: a text, one index or two. */
    private record Pool(Map<Integer, String> texts, Map<Integer, int[]> indices, List<Integer> members) {
        static Pool read(DataInputStream in) throws IOException {
            Pool pool = new Pool(new HashMap<>(), new HashMap<>(), new ArrayList<>());
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> pool.texts.put(i, in.readUTF());
                    case 3, 4 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        // It takes two places.
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> pool.indices.put(i, new int[] {in.readUnsignedShort()});
                    case 9, 10, 11, 12, 17, 18 ->
                        pool.indices.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException("there is no constant of kind " + tag);
                }
                if (tag == 9 || tag == 10 || tag == 11) {
                    pool.members.add(i);
                }
            }
            return pool;
        }

        String text(int index) {
            String text = texts.get(index);
            return text == null ? text(indices.get(index)[0]) : text;
        }

        List<String> references() {
            return members.stream().map(this::reference).toList();
        }

        private String reference(int member) {
            int[] ownerAndName = indices.get(member);
            int[] nameAndType = indices.get(ownerAndName[1]);
            return text(ownerAndName[0]) + "." + text(nameAndType[0]) + text(nameAndType[1]);
        }
    }
}
