package nl.buurtpuls.report.startrapport;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
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

    static {
        // The library sets the levels of its own loggers, so settings do not reach them; it names each style that only
        // browsers know.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

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
            nameLinks(pdf);
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

    /** The library gives a link's name to its tag alone; PDF/UA-1 (7.18.5) asks that its place on the page has it too. */
    private static void nameLinks(PDDocument pdf) throws IOException {
        PDNumberTreeNode tags = pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        for (PDPage sheet : pdf.getPages()) {
            for (PDAnnotation link : sheet.getAnnotations()) {
                if (tags.getValue(link.getStructParent()) instanceof COSObjectable tag
                        && tag.getCOSObject() instanceof COSDictionary its) {
                    link.setContents(its.getString(COSName.ALT));
                }
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

    /**
     * A font beside this class, without its table of ligatures: what two letters make together has no character, and
     * would be left out by who reads the text aloud or copies it ("heeft" as "hee").
     */
    private record Font(String uri) implements FSStream {

        /** A directory of tables, 16 bytes each and named in the first four, begins at byte 12. */
        private static final int DIRECTORY = 12;

        private static final byte[] LIGATURES = "GSUB".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] UNKNOWN = "none".getBytes(StandardCharsets.US_ASCII);

        @Override
        public InputStream getStream() {
            try (InputStream font = Resources.open(uri.substring(uri.indexOf(':') + 1))) {
                ByteBuffer bytes = ByteBuffer.wrap(font.readAllBytes());
                int end = DIRECTORY + 16 * bytes.getShort(4);
                for (int at = DIRECTORY; at < end; at += 16) {
                    if (bytes.slice(at, 4).equals(ByteBuffer.wrap(LIGATURES))) {
                        bytes.put(at, UNKNOWN);
                    }
                }
                return new ByteArrayInputStream(bytes.array());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
