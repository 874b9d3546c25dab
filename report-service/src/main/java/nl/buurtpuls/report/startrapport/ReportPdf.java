package nl.buurtpuls.report.startrapport;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The report as a tagged PDF (PDF/UA-1), made of the page. The same report gives the same bytes. */
@ApplicationScoped
class ReportPdf {

    private static final String STYLE =
            Resources.text("pdf-fonts.css") + Resources.text("report.css") + Resources.text("pdf.css");

    private final ReportPage page;

    ReportPdf(ReportPage page) {
        this.page = page;
    }

    /**
     * @param root where this service is reached: a link on paper has no page that it is relative to
     */
    byte[] of(StartReport report, URI root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            render(readable(page.of(report, STYLE), root), root, pdf);
            Calendar date = GregorianCalendar.from(report.date().atStartOfDay(ZoneOffset.UTC));
            pdf.getDocumentInformation().setCreationDate(date);
            pdf.getDocumentInformation().setModificationDate(date);
            pdf.setDocumentId(report.date().toEpochDay());
            pdf.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the pages of " + report.area() + " cannot be set", e);
        }
        return bytes.toByteArray();
    }

    private static void render(Document document, URI root, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .useProtocolsStreamImplementation(Font::new, "resource")
                .useSVGDrawer(new BatikSVGDrawer())
                .usePDDocument(pdf)
                .withProducer("Buurtpuls")
                .withW3cDocument(document, root.toString());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    /** The page with what the library reads, or tags, otherwise than browsers do. */
    private static Document readable(String page, URI root) {
        Document document = parsed(page);
        nameSubject(document);
        completeLinks(document, root);
        NodeList found = document.getElementsByTagName("svg");
        List<Element> drawings = IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
        for (Element drawing : drawings) {
            if (drawing.hasAttribute("aria-hidden")) {
                drawing.getParentNode().replaceChild(backgroundOf(drawing), drawing);
            } else {
                drawing.setAttribute("alt", drawing.getAttribute("aria-label"));
            }
        }
        return document;
    }

    /** The subject of a PDF is what the description of a page is. */
    private static void nameSubject(Document document) {
        NodeList metas = document.getElementsByTagName("meta");
        for (int i = 0; i < metas.getLength(); i++) {
            Element meta = (Element) metas.item(i);
            if (meta.getAttribute("name").equals("description")) {
                meta.setAttribute("name", "subject");
            }
        }
    }

    /** A link of a PDF has a name beside its text, and leads to a host. */
    private static void completeLinks(Document document, URI root) {
        NodeList links = document.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            link.setAttribute("title", link.getTextContent());
            String href = link.getAttribute("href");
            if (href.startsWith("/")) {
                link.setAttribute("href", root.resolve(href).toString());
            }
        }
    }

    /** A drawing that says nothing, as a background: that is no figure, so no reader stops at it. */
    private static Element backgroundOf(Element drawing) {
        Element shape = (Element) drawing.getElementsByTagName("rect").item(0);
        double part =
                Double.parseDouble(shape.getAttribute("width")) / Double.parseDouble(drawing.getAttribute("width"));
        Element background = drawing.getOwnerDocument()
                .createElementNS(drawing.getParentNode().getNamespaceURI(), "div");
        background.setAttribute("class", drawing.getAttribute("class"));
        background.setAttribute(
                "style", "background: " + shape.getAttribute("fill") + "; width: " + Math.round(part * 100) + "%");
        return background;
    }

    private static Document parsed(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the page is no XHTML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A font beside this class. */
    private record Font(String uri) implements FSStream {
        @Override
        public InputStream getStream() {
            return Resources.open(uri.substring(uri.indexOf(':') + 1));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
