package org.milesbot.cli.chart;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Paints charts as SVG. */
final class SvgPainter {

    private SvgPainter() {}

    static Painted.Picture picture(List<Chart> charts) throws ParserConfigurationException, TransformerException {
        SVGGraphics2D graphics = new SVGGraphics2D(document());
        int height = Painter.height(charts);
        graphics.setSVGCanvasSize(new Dimension(Chart.WIDTH, height));
        Painter.paint(charts, graphics);
        return new Painted.Picture(written(graphics.getRoot()), Chart.WIDTH, height);
    }

    private static Document document() throws ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
    }

    /** Without the reference to a DTD that Batik itself writes: readers of XML would fetch it. */
    private static byte[] written(Element root) throws TransformerException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(root), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
