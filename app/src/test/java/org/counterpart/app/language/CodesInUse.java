package org.counterpart.app.language;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.counterpart.app.access.AccessReason;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.federation.TestingPeer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Every code that a person can meet, read from the compiled classes, so that a new enum of refusals is found by itself.
public final class CodesInUse {
    /// Named like refusals, but with their words in another place.
    private static final Set<String> SPOKEN_ELSEWHERE =
            Set.of(
                    "LedgerRefusal", // `command/ledger_en.properties`
                    "RefusalGround", // `coded_*.properties`
                    "RecallGround", // `coded_*.properties`
                    "PermissionGround", // `coded_*.properties`
                    "KeepingGround", // `coded_*.properties`
                    "AccessReason"); // by its key, below

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.counterpart");

    private CodesInUse() {}

    /// Codes with a sentence and a next step.
    static Set<String> refusals() {
        Set<String> codes = new TreeSet<>();
        enums(CodesInUse::refuses)
                .forEach(type -> constants(type).map(CodesInUse::code).forEach(codes::add));
        codes.add(Sentences.CODE_UNKNOWN_HERE);
        return codes;
    }

    /// A code of a refusal, and the constant that bears it.
    public record Borne(String type, String constant, String code) {}

    /// The same, each with its constant.
    public static List<Borne> borne() {
        return enums(CodesInUse::refuses)
                .flatMap(CodesInUse::constants)
                .map(one -> (Enum<?>) one)
                .map(
                        one ->
                                new Borne(
                                        one.getDeclaringClass().getSimpleName(),
                                        one.name(),
                                        code(one)))
                .toList();
    }

    /// Codes with a sentence alone.
    static Set<String> reasons() {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(AccessReason.values()).map(AccessReason::key).forEach(keys::add);
        Arrays.stream(TestingPeer.Step.values()).map(TestingPeer.Step::code).forEach(keys::add);
        return keys;
    }

    /// The simple names of the enums whose codes are refusals.
    static List<String> enumsOfRefusals() {
        return enums(CodesInUse::refuses).map(Class::getSimpleName).sorted().toList();
    }

    private static boolean refuses(JavaClass type) {
        String name = type.getSimpleName();
        return type.isAssignableTo(Refusal.class)
                || (name.matches(".*(Refusal|Ground|Reason)") && !SPOKEN_ELSEWHERE.contains(name));
    }

    private static Stream<Class<?>> enums(Predicate<JavaClass> which) {
        return CLASSES.stream()
                .filter(JavaClass::isEnum)
                .filter(which)
                .<Class<?>>map(JavaClass::reflect)
                .filter(Class::isEnum);
    }

    private static Stream<Object> constants(Class<?> type) {
        return Arrays.stream((Object[]) type.getEnumConstants());
    }

    /// By reflection, because some of the enums are not public.
    private static String code(Object constant) {
        try {
            Method code = constant.getClass().getMethod("code");
            code.setAccessible(true);
            return String.valueOf(code.invoke(constant));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(constant.getClass() + " has no code()", e);
        }
    }
}
