package io.github.retention4j.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a piece of SVG or HTML. Texts are escaped by the JDK's own writer, whatever other is on
 * the class path, so that the bytes are always the same; characters that XML cannot hold become
 * U+FFFD.
 */
final class Markup {

  /**
   * Stands before every id in a piece, until the picture knows what its ids begin with. No text can
   * hold it, as XML cannot.
   */
  static final String ID = "\0";

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  Markup() {
    try {
      synchronized (FACTORY) {
        xml = FACTORY.createXMLStreamWriter(out);
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens an element with attributes, given as name, value, name, value. */
  Markup open(String element, Object... attributes) {
    return write(
        () -> {
          xml.writeStartElement(element);
          attributes(attributes);
        });
  }

  /** Writes an element without content. */
  Markup empty(String element, Object... attributes) {
    return write(
        () -> {
          xml.writeEmptyElement(element);
          attributes(attributes);
        });
  }

  /** Writes an element that holds a text only. */
  Markup leaf(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close();
  }

  Markup text(String text) {
    return write(() -> xml.writeCharacters(valid(text)));
  }

  Markup close() {
    return write(xml::writeEndElement);
  }

  /** Puts in a piece that was written before. */
  Markup piece(String markup) {
    return write(
        () -> {
          xml.writeCharacters("");
          xml.flush();
          out.write(markup);
        });
  }

  @Override
  public String toString() {
    write(
        () -> {
          xml.writeCharacters("");
          xml.flush();
        });
    return out.toString();
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute((String) attributes[i], value(attributes[i + 1]));
    }
  }

  /** Attributes hold lengths, colours and ids, never a text of the caller's. */
  private static String value(Object value) {
    return value instanceof Number number ? number(number.doubleValue()) : value.toString();
  }

  /** A length to a hundredth of a pixel, the same in every locale. */
  static String number(double value) {
    if (!(Math.abs(value) < 1e7)) {
      throw new IllegalArgumentException("value (" + value + ") must be within a picture");
    }
    long hundredths = Math.round(value * 100);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : Double.toString(hundredths / 100.0);
  }

  /** Returns the text with what XML 1.0 cannot hold, lone surrogates among it, as U+FFFD. */
  static String valid(String text) {
    if (text.codePoints().allMatch(Markup::isValid)) {
      return text;
    }
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints().forEach(c -> valid.appendCodePoint(isValid(c) ? c : 0xFFFD));
    return valid.toString();
  }

  private static boolean isValid(int c) {
    return (c >= 0x20 && c <= 0x7E)
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private Markup write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
