import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.runtime.SwitchBootstraps;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Call sites that a start-up cache (JEP 483) cannot hold, in a form that it can. For each of the
/// others Java makes a class whenever the program starts.
///
/// - Scala's lambdas, of which Kafka's broker makes some 700 in its start: they could be
///   serialised, which nobody does, and may have methods that their interface does not know. Java's
///   own form has neither.
/// - Switches over types: one test after the other, in a method beside them.
/// - `equals`, `hashCode` and `toString` of records: the same answers, component by component
///   ([RecordMethods]).
final class CallSites {
    private static final ClassDesc METAFACTORY = LambdaMetafactory.class.describeConstable().get();
    private static final DirectMethodHandleDesc PLAIN_LAMBDA =
            ConstantDescs.ofCallsiteBootstrap(
                    METAFACTORY,
                    "metafactory",
                    CallSite.class.describeConstable().get(),
                    ConstantDescs.CD_MethodType,
                    ConstantDescs.CD_MethodHandle,
                    ConstantDescs.CD_MethodType);
    private static final ClassDesc SWITCHES = SwitchBootstraps.class.describeConstable().get();
    private static final int PLAIN_ARGUMENTS = 3;

    private final ClassLoader classes;
    private final ClassFile classFile;

    /// @param classes where the classes' supertypes are found
    CallSites(ClassLoader classes) {
        this.classes = classes;
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(classes)
                                        .orElse(ClassHierarchyResolver.defaultResolver())
                                        .cached()));
    }

    /// The class as it is if there is nothing to change, or no way to.
    byte[] cacheable(byte[] bytes) {
        var model = classFile.parse(bytes);
        if (model.methods().stream().noneMatch(this::hasSome)) {
            return bytes;
        }
        try {
            return classFile.transformClass(model, transform(model));
        } catch (IllegalArgumentException _) {
            return bytes; // It needs a jar that is left out: nobody runs it.
        }
    }

    private boolean hasSome(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(
                        e ->
                                e instanceof InvokeDynamicInstruction site
                                        && (isLambda(site) || isWrittenOut(site)));
    }

    private ClassTransform transform(ClassModel model) {
        var written = new LinkedHashMap<String, InvokeDynamicInstruction>();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        ClassTransform sites =
                ClassTransform.transformingMethodBodies(
                        this::hasSome,
                        (code, element) -> {
                            if (!(element instanceof InvokeDynamicInstruction site)) {
                                code.with(element);
                            } else if (isLambda(site)) {
                                code.invokedynamic(plain(site));
                            } else if (isWrittenOut(site)) {
                                String name = site.name().stringValue() + "$" + written.size();
                                written.put(name, site);
                                code.invokestatic(
                                        model.thisClass().asSymbol(),
                                        name,
                                        site.typeSymbol(),
                                        isInterface);
                            } else {
                                code.with(element);
                            }
                        });
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        return sites.andThen(
                ClassTransform.endHandler(
                        built ->
                                written.forEach(
                                        (name, site) ->
                                                built.withMethodBody(
                                                        name,
                                                        site.typeSymbol(),
                                                        flags,
                                                        code -> writeOut(code, site)))));
    }

    /// Whether a method beside it takes its place.
    private static boolean isWrittenOut(InvokeDynamicInstruction site) {
        return isTypeSwitch(site) || RecordMethods.isOne(site);
    }

    private static void writeOut(CodeBuilder code, InvokeDynamicInstruction site) {
        if (isTypeSwitch(site)) {
            tests(code, labels(site));
        } else {
            RecordMethods.writeOut(code, site);
        }
    }

    private boolean isLambda(InvokeDynamicInstruction site) {
        if (!site.bootstrapMethod().owner().equals(METAFACTORY)
                || !site.bootstrapMethod().methodName().equals("altMetafactory")) {
            return false;
        }
        var arguments = site.bootstrapArgs();
        int flags = (Integer) arguments.get(PLAIN_ARGUMENTS);
        return (flags & LambdaMetafactory.FLAG_MARKERS) == 0
                && arguments.stream()
                        .skip(PLAIN_ARGUMENTS + 1)
                        .filter(MethodTypeDesc.class::isInstance)
                        .noneMatch(bridge -> isCallable(site, (MethodTypeDesc) bridge));
    }

    /// Whether the lambda's interface has the method that a bridge would be for.
    private boolean isCallable(InvokeDynamicInstruction lambda, MethodTypeDesc bridge) {
        String name = lambda.typeSymbol().returnType().descriptorString();
        try {
            var type =
                    Class.forName(
                            name.substring(1, name.length() - 1).replace('/', '.'), false, classes);
            return Arrays.stream(type.getMethods())
                    .anyMatch(
                            m ->
                                    m.getName().equals(lambda.name().stringValue())
                                            && MethodType.methodType(
                                                            m.getReturnType(),
                                                            m.getParameterTypes())
                                                    .descriptorString()
                                                    .equals(bridge.descriptorString()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DynamicCallSiteDesc plain(InvokeDynamicInstruction site) {
        return DynamicCallSiteDesc.of(
                PLAIN_LAMBDA,
                site.name().stringValue(),
                site.typeSymbol(),
                site.bootstrapArgs().subList(0, PLAIN_ARGUMENTS).toArray(ConstantDesc[]::new));
    }

    private static boolean isTypeSwitch(InvokeDynamicInstruction site) {
        return site.bootstrapMethod().owner().equals(SWITCHES)
                && site.bootstrapMethod().methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    private static List<ClassDesc> labels(InvokeDynamicInstruction site) {
        return site.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
    }

    /// What `SwitchBootstraps.typeSwitch` answers: -1 for null, else the first label from the
    /// second argument on that fits, else their number.
    private static void tests(CodeBuilder code, List<ClassDesc> labels) {
        var some = code.newLabel();
        code.aload(0).ifnonnull(some).loadConstant(-1).ireturn().labelBinding(some);
        for (int i = 0; i < labels.size(); i++) {
            var next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn();
            code.labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
