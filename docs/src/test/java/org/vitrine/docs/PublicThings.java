package org.vitrine.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Walks through parsed sources and notes what is public and has no comment. */
final class PublicThings extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final Deque<ClassTree> enclosing = new ArrayDeque<>();
    private final List<String> undescribed = new ArrayList<>();

    PublicThings(DocTrees trees) {
        this.trees = trees;
    }

    /** Each as {@code FILE:LINE method NAME}. */
    List<String> undescribed() {
        return undescribed;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (type.getSimpleName().isEmpty() || !isPublic(type.getModifiers())) {
            return null;
        }
        check(type, "type " + type.getSimpleName());
        enclosing.push(type);
        super.visitClass(type, nothing);
        enclosing.pop();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean constructor = method.getName().contentEquals("<init>");
        boolean compact = constructor && enclosing.getFirst().getKind() == Kind.RECORD && isCompact(method);
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers()) && !compact && !overrides) {
            check(method, constructor ? "constructor of " + enclosing.getFirst().getSimpleName()
                    : "method " + method.getName());
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
        boolean constant = isEnumConstant(field);
        boolean component = enclosing.getFirst().getKind() == Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        if (!component && isPublic(field.getModifiers())) {
            check(field, (constant ? "constant " : "field ") + field.getName());
        }
        return null;
    }

    /** A compact constructor is written without parentheses; the parser gives it its parameters. */
    private boolean isCompact(MethodTree constructor) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        int start = (int) trees.getSourcePositions().getStartPosition(unit, constructor);
        int body = (int) trees.getSourcePositions().getStartPosition(unit, constructor.getBody());
        try {
            return !unit.getSourceFile().getCharContent(true).subSequence(start, body).toString().contains("(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEnumConstant(VariableTree field) {
        return enclosing.getFirst().getKind() == Kind.ENUM && field.getModifiers().getFlags()
                .containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL))
                && field.getType() != null
                && field.getType().toString().equals(enclosing.getFirst().getSimpleName().toString());
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean inInterface = !enclosing.isEmpty() && (enclosing.getFirst().getKind() == Kind.INTERFACE
                || enclosing.getFirst().getKind() == Kind.ANNOTATION_TYPE) && !flags.contains(Modifier.PRIVATE);
        return inInterface || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private void check(Tree tree, String what) {
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        if (comment == null || comment.getFullBody().isEmpty() && comment.getBlockTags().isEmpty()) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            undescribed.add(Sources.shown(Path.of(unit.getSourceFile().toUri())) + ":" + line + " " + what);
        }
    }
}
