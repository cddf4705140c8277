package org.vitrine.examples;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMStartEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a second JVM, under a debugger. All waiting ends in time, and closing ends the program, whatever it does. */
final class Debuggee implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final VirtualMachine vm;

    private Debuggee(Process process, Path output, VirtualMachine vm) {
        this.process = process;
        this.output = output;
        this.vm = vm;
    }

    /** Starts a program of this class path in the JDK that runs this test; it waits before its first line. */
    static Debuggee start(Class<?> main, Path output) throws Exception {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket")).findFirst().orElseThrow();
        Map<String, Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue(String.valueOf(PATIENCE.toMillis()));
        String address = connector.startListening(arguments);
        Process process = null;
        try {
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:"
                            + address.substring(address.lastIndexOf(':') + 1),
                    "-cp", System.getProperty("java.class.path"), main.getName())
                    .redirectErrorStream(true).redirectOutput(output.toFile()).start();
            Debuggee debuggee = new Debuggee(process, output, connector.accept(arguments));
            debuggee.await(VMStartEvent.class);
            return debuggee;
        } catch (Exception e) {
            if (process != null) {
                process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            throw new IllegalStateException("the program did not start; it said: " + said(output), e);
        } finally {
            connector.stopListening(arguments);
        }
    }

    /** Lets the program run until a class is loaded. */
    ReferenceType runToClass(String name) throws InterruptedException {
        if (!vm.classesByName(name).isEmpty()) {
            return vm.classesByName(name).getFirst();
        }
        ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
        request.addClassFilter(name);
        request.enable();
        vm.resume();
        ReferenceType type = await(ClassPrepareEvent.class).referenceType();
        vm.eventRequestManager().deleteEventRequest(request);
        return type;
    }

    BreakpointRequest breakpoint(ReferenceType type, int line) throws Exception {
        Location location = type.locationsOfLine(line).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no code in line " + line + " of " + type.name()));
        BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(location);
        request.enable();
        return request;
    }

    /** Lets the program run until a breakpoint. */
    ThreadReference runToBreakpoint() throws InterruptedException {
        return runToBreakpoint(PATIENCE);
    }

    /** Lets the program run until a breakpoint, but not for ever. */
    ThreadReference runToBreakpoint(Duration patience) throws InterruptedException {
        vm.resume();
        return await(BreakpointEvent.class, patience).thread();
    }

    /** Steps: {@link StepRequest#STEP_OVER}, {@link StepRequest#STEP_INTO} or {@link StepRequest#STEP_OUT}. */
    void step(ThreadReference thread, int depth) throws InterruptedException {
        StepRequest request = vm.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
        request.enable();
        vm.resume();
        await(StepEvent.class);
        vm.eventRequestManager().deleteEventRequest(request);
    }

    void delete(BreakpointRequest request) {
        vm.eventRequestManager().deleteEventRequest(request);
    }

    /** The next event, which must be of this kind; the program stands still then. */
    private <E extends Event> E await(Class<E> kind) throws InterruptedException {
        return await(kind, PATIENCE);
    }

    private <E extends Event> E await(Class<E> kind, Duration patience) throws InterruptedException {
        try {
            EventSet events = vm.eventQueue().remove(patience.toMillis());
            if (events == null) {
                throw new IllegalStateException("waited " + patience.toSeconds() + " s for a " + kind.getSimpleName()
                        + "; the program said: " + said(output));
            }
            for (Event event : events) {
                if (kind.isInstance(event)) {
                    return kind.cast(event);
                }
            }
            throw new IllegalStateException("expected a " + kind.getSimpleName() + ", but found " + where(events)
                    + "; the program said: " + said(output));
        } catch (VMDisconnectedException e) {
            throw new IllegalStateException("the program ended early; it said: " + said(output), e);
        }
    }

    private static String where(EventSet events) {
        Event first = events.iterator().next();
        return first instanceof LocatableEvent event ? event.getClass().getSimpleName() + " at " + event.location()
                : first.toString();
    }

    private static String said(Path output) {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the program, wherever it is. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
