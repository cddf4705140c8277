package org.vitrine.tornado;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.vitrine.tornado.kernel.Kernels;
import uk.ac.manchester.tornado.api.KernelContext;

/**
 * What a kernel sees of a work-item: its number, the barriers at which it meets the others of its group, and the local memory that it
 * shares with them. On a host TornadoVM's own class does nothing; its subclass is made of bytes, for to compile one the compiler wants
 * to read classes that it refuses to read.
 */
public final class EmulatedContext {
    private static final Class<? extends KernelContext> SUBCLASS = subclass();

    private EmulatedContext() {
    }

    /** A work-item of a group. */
    static KernelContext of(Group group, int groupIndex, int item, int groups) {
        try {
            KernelContext context = SUBCLASS.getConstructor(Item.class).newInstance(new Item(group));
            set(context, "globalIdx", groupIndex * Kernels.GROUP + item);
            set(context, "groupIdx", groupIndex);
            set(context, "localIdx", item);
            set(context, "globalGroupSizeX", groups * Kernels.GROUP);
            set(context, "localGroupSizeX", Kernels.GROUP);
            return context;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a host these are constants; only a compiler gives them a meaning, or we. */
    private static void set(KernelContext context, String name, int value) throws ReflectiveOperationException {
        Field field = KernelContext.class.getField(name);
        field.setAccessible(true);
        field.set(context, value);
    }

    /** What the items of a group share. */
    static final class Group {
        private final CyclicBarrier barrier;
        private final List<float[]> arrays = new ArrayList<>();

        /** A group whose items run side by side, or one whose items run one after the other and cannot meet. */
        Group(boolean sideBySide) {
            barrier = sideBySide ? new CyclicBarrier(Kernels.GROUP) : null;
        }

        private synchronized float[] array(int index, int size) {
            if (index == arrays.size()) {
                arrays.add(new float[size]);
            }
            return arrays.get(index);
        }

        /** An item failed: the others must not wait for it. */
        void breakUp() {
            barrier.reset();
        }
    }

    /** An item at its barriers. */
    public static final class Item {
        private final Group group;
        private int arrays;

        private Item(Group group) {
            this.group = group;
        }

        /** Waits for the other items of the group. */
        public void meet() {
            if (group.barrier == null) {
                throw new IllegalStateException("this kernel has a barrier: its items must run side by side");
            }
            try {
                group.barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException("another work-item of the group failed", e);
            }
        }

        /** The group's next array. */
        public float[] share(int size) {
            return group.array(arrays++, size);
        }
    }

    /** class Emulated extends KernelContext, with an item to which it hands on barriers and arrays. */
    private static Class<? extends KernelContext> subclass() {
        ClassDesc name = ClassDesc.of("org.vitrine.tornado.EmulatedKernelContext");
        ClassDesc parent = ClassDesc.of(KernelContext.class.getName());
        ClassDesc item = Item.class.describeConstable().orElseThrow();
        MethodTypeDesc nothing = MethodTypeDesc.of(CD_void);
        MethodTypeDesc constructor = MethodTypeDesc.of(CD_void, item);
        MethodTypeDesc array = MethodTypeDesc.of(CD_float.arrayType(), CD_int);
        byte[] bytes = ClassFile.of().build(name, type -> type.withFlags(ClassFile.ACC_PUBLIC).withSuperclass(parent)
                .withField("item", item, ClassFile.ACC_PRIVATE)
                .withMethodBody("<init>", constructor, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                        .invokespecial(parent, "<init>", nothing).aload(0).aload(1).putfield(name, "item", item)
                        .return_())
                .withMethodBody("localBarrier", nothing, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                        .getfield(name, "item", item).invokevirtual(item, "meet", nothing).return_())
                .withMethodBody("allocateFloatLocalArray", array, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                        .getfield(name, "item", item).iload(1).invokevirtual(item, "share", array).areturn()));
        try {
            return MethodHandles.lookup().defineClass(bytes).asSubclass(KernelContext.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
