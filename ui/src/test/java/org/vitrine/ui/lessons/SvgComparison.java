package org.vitrine.ui.lessons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Whether two pictures are the same: the same elements with the same texts, and places and strengths that hardly differ. */
final class SvgComparison {
    /** In points, or of an opacity; nobody sees it. */
    private static final double TOLERANCE = 0.02;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private SvgComparison() {
    }

    /** The first difference, in words; none where the pictures are the same. */
    static Optional<String> difference(Path expected, Path found) {
        return difference(parse(expected), parse(found));
    }

    private static Element parse(Path svg) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null); // what is wrong is thrown, and need not be printed as well
            return builder.parse(svg.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(svg + " cannot be read as SVG: " + e.getMessage(), e);
        }
    }

    private static Optional<String> difference(Element expected, Element found) {
        String name = expected.getTagName();
        if (!name.equals(found.getTagName())) {
            return Optional.of("<" + name + "> where there is now <" + found.getTagName() + ">");
        }
        NamedNodeMap attributes = expected.getAttributes();
        if (attributes.getLength() != found.getAttributes().getLength()) {
            return Optional.of("a <" + name + "> has other attributes now");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.item(i).getNodeName();
            String was = attributes.item(i).getNodeValue();
            String is = found.getAttribute(attribute);
            if (!alike(was, is)) {
                return Optional.of(attribute + "=\"" + was + "\" of a <" + name + "> is now \"" + is + "\"");
            }
        }
        List<Element> children = children(expected);
        List<Element> others = children(found);
        if (children.isEmpty() && !expected.getTextContent().equals(found.getTextContent())) {
            return Optional.of("'" + expected.getTextContent() + "' is now '" + found.getTextContent() + "'");
        }
        for (int i = 0; i < Math.min(children.size(), others.size()); i++) {
            Optional<String> difference = difference(children.get(i), others.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return children.size() == others.size()
                ? Optional.empty()
                : Optional.of("a <" + name + "> of " + children.size() + " elements has " + others.size() + " now");
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The same but for numbers, and those nearly so. */
    private static boolean alike(String expected, String found) {
        if (expected.equals(found)) {
            return true;
        }
        if (expected.startsWith("#") || !NUMBER.matcher(expected).replaceAll("0")
                .equals(NUMBER.matcher(found).replaceAll("0"))) {
            return false;
        }
        Matcher a = NUMBER.matcher(expected);
        Matcher b = NUMBER.matcher(found);
        while (a.find() && b.find()) {
            if (Math.abs(Double.parseDouble(a.group()) - Double.parseDouble(b.group())) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
