import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.runtime.ObjectMethods;
import java.util.List;
import java.util.Objects;

/// What `ObjectMethods.bootstrap` would make of a record's `equals`, `hashCode` or `toString`,
/// written out.
final class RecordMethods {
    private static final ClassDesc BOOTSTRAP = ObjectMethods.class.describeConstable().get();
    private static final ClassDesc BUILDER = StringBuilder.class.describeConstable().get();
    private static final ClassDesc OBJECTS = Objects.class.describeConstable().get();
    private static final MethodTypeDesc APPEND_STRING =
            MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String);
    private static final MethodTypeDesc TO_STRING = MethodTypeDesc.of(ConstantDescs.CD_String);

    /// Of the hash of the components before, in that of all.
    private static final int FACTOR = 31;

    private RecordMethods() {}

    static boolean isOne(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().equals(BOOTSTRAP);
    }

    static void writeOut(CodeBuilder code, InvokeDynamicInstruction site) {
        var arguments = site.bootstrapArgs();
        var record = (ClassDesc) arguments.getFirst();
        List<Component> components =
                arguments.stream()
                        .skip(2) // The record itself and the names.
                        .map(field -> Component.of((DirectMethodHandleDesc) field))
                        .toList();
        switch (site.name().stringValue()) {
            case "equals" -> equals(code, record, components);
            case "hashCode" -> hashCode(code, record, components);
            case "toString" -> toString(code, record, components);
            default -> throw new IllegalArgumentException(site.toString());
        }
    }

    private static void equals(CodeBuilder code, ClassDesc record, List<Component> components) {
        var other = code.newLabel();
        var different = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(record).ifeq(different);
        for (Component component : components) {
            code.aload(0).getfield(record, component.name, component.type);
            code.aload(1).checkcast(record).getfield(record, component.name, component.type);
            component.compare(code);
            code.ifeq(different);
        }
        code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static void hashCode(CodeBuilder code, ClassDesc record, List<Component> components) {
        code.iconst_0();
        for (Component component : components) {
            code.loadConstant(FACTOR).imul();
            code.aload(0).getfield(record, component.name, component.type);
            component.hash(code);
            code.iadd();
        }
        code.ireturn();
    }

    private static void toString(CodeBuilder code, ClassDesc record, List<Component> components) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
        code.loadConstant(record)
                .invokevirtual(ConstantDescs.CD_Class, "getSimpleName", TO_STRING)
                .invokevirtual(BUILDER, "append", APPEND_STRING);
        String before = "[";
        for (Component component : components) {
            code.loadConstant(before + component.name + "=")
                    .invokevirtual(BUILDER, "append", APPEND_STRING);
            code.aload(0).getfield(record, component.name, component.type);
            component.append(code);
            before = ", ";
        }
        code.loadConstant(components.isEmpty() ? "[]" : "]")
                .invokevirtual(BUILDER, "append", APPEND_STRING)
                .invokevirtual(BUILDER, "toString", TO_STRING)
                .areturn();
    }

    /// A component's field.
    private record Component(String name, ClassDesc type) {
        static Component of(DirectMethodHandleDesc getter) {
            return new Component(getter.methodName(), getter.invocationType().returnType());
        }

        /// Leaves whether the two values on the stack are the same, as 1 or 0.
        void compare(CodeBuilder code) {
            if (type.isPrimitive()) {
                // Not with ==, which says of two NaN that they differ.
                var same = code.newLabel();
                var end = code.newLabel();
                code.invokestatic(
                        box(), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type));
                code.ifeq(same).iconst_0().goto_(end);
                code.labelBinding(same).iconst_1().labelBinding(end);
            } else {
                code.invokestatic(
                        OBJECTS,
                        "equals",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_boolean,
                                ConstantDescs.CD_Object,
                                ConstantDescs.CD_Object));
            }
        }

        void hash(CodeBuilder code) {
            ClassDesc hashed = type.isPrimitive() ? type : ConstantDescs.CD_Object;
            code.invokestatic(
                    type.isPrimitive() ? box() : OBJECTS,
                    "hashCode",
                    MethodTypeDesc.of(ConstantDescs.CD_int, hashed));
        }

        void append(CodeBuilder code) {
            ClassDesc said =
                    switch (TypeKind.from(type)) {
                        case BYTE, SHORT -> ConstantDescs.CD_int;
                        case REFERENCE -> ConstantDescs.CD_Object;
                        default -> type;
                    };
            code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, said));
        }

        private ClassDesc box() {
            return switch (TypeKind.from(type)) {
                case BOOLEAN -> ConstantDescs.CD_Boolean;
                case BYTE -> ConstantDescs.CD_Byte;
                case CHAR -> ConstantDescs.CD_Character;
                case SHORT -> ConstantDescs.CD_Short;
                case INT -> ConstantDescs.CD_Integer;
                case LONG -> ConstantDescs.CD_Long;
                case FLOAT -> ConstantDescs.CD_Float;
                case DOUBLE -> ConstantDescs.CD_Double;
                case REFERENCE, VOID -> throw new IllegalStateException(type.toString());
            };
        }
    }
}
