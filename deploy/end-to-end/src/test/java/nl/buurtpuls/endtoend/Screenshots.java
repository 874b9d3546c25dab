package nl.buurtpuls.endtoend;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photographs each page of a dashboard that runs, in the ways that people have it before them. */
final class Screenshots {

    /** What each picture shows, as the address names it. Of long pages, the chapter after the sign. */
    private static final Map<String, String> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("map", "?view=map&date=2023-10-01");
        SCENES.put("map-two-dates", "?view=map&date=2023-10-01&with=2015-10-01&level=wijk");
        SCENES.put("map-table", "?view=map&date=2023-10-01&show=table");
        SCENES.put("area", "?view=area&area=HN&date=2024-01-01");
        SCENES.put("area-retention", "?view=area&area=HN&date=2024-01-01#retention");
        SCENES.put("area-benefits", "?view=area&area=HN&date=2024-01-01#benefits");
        SCENES.put("area-origins", "?view=area&area=HN&date=2024-01-01#origins");
        SCENES.put("area-segregation", "?view=area&area=HN&date=2024-01-01#segregation");
        SCENES.put("concentration", "?view=concentration&date=2024-01-01");
        SCENES.put("alerts", "?view=alerts");
        SCENES.put("rule", "?view=alerts&rule=new");
        SCENES.put("report", "?view=report&area=HN&date=2024-01-01");
        SCENES.put("quality", "?view=quality");
    }

    /** Scenes of who shows a token: findings and acknowledgements are not for all. */
    private static final Set<String> SIGNED_IN = Set.of("alerts", "quality");

    private enum Window {
        LIGHT(1366, 900, ColorScheme.LIGHT),
        DARK(1366, 900, ColorScheme.DARK),
        NARROW(390, 844, ColorScheme.LIGHT),
        WIDE(1920, 1080, ColorScheme.LIGHT);

        private final NewContextOptions options;

        Window(int width, int height, ColorScheme colours) {
            options = new NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("nl-NL");
        }
    }

    private Screenshots() {}

    /** {@code Screenshots ADDRESS FOLDER [TOKEN]}. */
    public static void main(String[] words) throws IOException {
        URI address = URI.create(words[0]);
        Path folder = Files.createDirectories(Path.of(words[1]));
        try (Chromium chromium = new Chromium()) {
            for (Window window : Window.values()) {
                for (Map.Entry<String, String> scene : SCENES.entrySet()) {
                    try (Dashboard dashboard = Dashboard.in(chromium.browser(), address, window.options)) {
                        if (words.length > 2 && SIGNED_IN.contains(scene.getKey())) {
                            dashboard.open("");
                            dashboard.signIn(words[2]);
                        }
                        photograph(dashboard, scene.getValue(), folder.resolve(name(scene.getKey(), window)));
                    }
                }
            }
        }
    }

    private static String name(String scene, Window window) {
        return scene + "-" + window.name().toLowerCase(Locale.ROOT) + ".png";
    }

    private static void photograph(Dashboard dashboard, String scene, Path file) throws IOException {
        String[] addressAndChapter = scene.split("#");
        dashboard.open(addressAndChapter[0]);
        if (addressAndChapter.length > 1) {
            dashboard.page().evaluate("(id) => document.getElementById(id).scrollIntoView()", addressAndChapter[1]);
            // What comes into view is drawn in the next frame.
            dashboard.page().waitForTimeout(400);
        }
        byte[] taken = dashboard.page().screenshot();
        writeSmall(ImageIO.read(new ByteArrayInputStream(taken)), file);
        System.out.printf("%s %d KB%n", file, Files.size(file) / 1024);
    }

    /** Without what no eye tells apart, the last two bits of each colour, and pressed as far as the form allows. */
    private static void writeSmall(BufferedImage taken, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(taken.getWidth(), taken.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < taken.getHeight(); y++) {
            for (int x = 0; x < taken.getWidth(); x++) {
                int colour = taken.getRGB(x, y);
                picture.setRGB(x, y, colour & 0xFCFCFC | colour >> 6 & 0x030303);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam pressed = writer.getDefaultWriteParam();
        pressed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        pressed.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), pressed);
        } finally {
            writer.dispose();
        }
    }
}
