package io.github.retention4j.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A picture as a strict XML parser reads it. */
final class SvgPage {

  private final Document document;

  private SvgPage(Document document) {
    this.document = document;
  }

  static SvgPage of(Picture picture) {
    return parse(picture.toSvg());
  }

  static SvgPage parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
      return new SvgPage(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("must be well-formed: " + e.getMessage(), e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  List<Element> all(String name) {
    return stream(document.getElementsByTagName(name)).map(Element.class::cast).toList();
  }

  /** The names of all elements, each once. */
  List<String> names() {
    return all("*").stream().map(Element::getTagName).distinct().sorted().toList();
  }

  /** The elements of a class, such as the paths that are bands. */
  List<Element> marked(String name, String mark) {
    return all(name).stream().filter(e -> e.getAttribute("class").equals(mark)).toList();
  }

  /** The texts that are seen, without those shown when pointed at. */
  List<String> texts() {
    return texts(e -> true);
  }

  List<String> texts(Predicate<Element> which) {
    return all("text").stream().filter(which).map(SvgPage::seen).toList();
  }

  /** What is written in an element itself. */
  static String seen(Element element) {
    StringBuilder text = new StringBuilder();
    stream(element.getChildNodes())
        .filter(node -> node.getNodeType() == Node.TEXT_NODE)
        .forEach(node -> text.append(node.getNodeValue()));
    return text.toString();
  }

  /** What is shown when an element is pointed at; empty if nothing is. */
  static String tip(Element element) {
    return stream(element.getChildNodes())
        .filter(node -> node.getNodeName().equals("title"))
        .map(Node::getTextContent)
        .findFirst()
        .orElse("");
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The only text that reads so. */
  Element text(String text) {
    List<Element> found = all("text").stream().filter(e -> seen(e).equals(text)).toList();
    if (found.size() != 1) {
      throw new AssertionError(text + " must be written once in " + texts());
    }
    return found.get(0);
  }

  /** The scale of the side, read from two of its numbers. */
  LinearScale side(String low, double lowValue, String high, double highValue) {
    return new LinearScale(lowValue, highValue, middle(text(low)), middle(text(high)));
  }

  private static double middle(Element text) {
    return number(text, "y") - 0.35 * number(text, "font-size");
  }

  /** The scale of the foot, read from two of its numbers, which are on the line of the first. */
  LinearScale foot(String low, double lowValue, String high, double highValue) {
    return new LinearScale(
        lowValue, highValue, number(onFoot(low), "x"), number(onFoot(high), "x"));
  }

  private Element onFoot(String text) {
    return all("text").stream()
        .filter(e -> seen(e).equals(text) && e.getAttribute("text-anchor").equals("middle"))
        .findFirst()
        .orElseThrow();
  }

  /** The corners of a path of straight lines: x, y, x, y. */
  static List<Double> corners(Element path) {
    String[] numbers = path.getAttribute("d").replaceAll("[MLZ]", " ").strip().split(" +", -1);
    return Stream.of(numbers).map(Double::valueOf).toList();
  }

  private static Stream<Node> stream(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }
}
