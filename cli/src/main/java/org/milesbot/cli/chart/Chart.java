package org.milesbot.cli.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.function.DoubleFunction;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.milesbot.cli.chart.Label.Side;

/** A chart in the looks of the house: letters that a phone can show, light on a dark ground of its own. */
final class Chart {

    /** As wide as a phone is. */
    static final int WIDTH = 1080;

    private static final int TITLE = 48;
    private static final int NAME = 40;
    private static final int USUAL = 34;
    private static final int SMALL = 30;
    private static final int MARGIN = 32;
    private static final int SPACE = 16;
    private static final int LONGEST = 26;

    private final XYChart chart;

    /**
     * @param title what it shows
     * @param below what else to know, at its foot
     */
    Chart(int height, String title, String below) {
        chart = new XYChart(WIDTH, height);
        chart.setTitle(words(title, LONGEST * 2));
        chart.setXAxisTitle(words(below, LONGEST * 3));
        XYStyler styler = chart.getStyler();
        surfaces(styler);
        letters(styler);
        legend(styler);
    }

    private static void surfaces(XYStyler styler) {
        styler.setChartBackgroundColor(Ink.PAPER.color());
        styler.setPlotBackgroundColor(Ink.PAPER.color());
        styler.setPlotGridLinesColor(Ink.GRID.color());
        styler.setPlotGridLinesStroke(new BasicStroke(2));
        styler.setPlotBorderVisible(false);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setChartPadding(MARGIN);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTickPadding(SPACE);
        styler.setAxisTitlePadding(SPACE);
        styler.setChartTitlePadding(SPACE);
    }

    private static void letters(XYStyler styler) {
        Font usual = new Font(Font.SANS_SERIF, Font.PLAIN, USUAL);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, TITLE));
        styler.setChartFontColor(Ink.TEXT.color());
        styler.setChartTitleFontColor(Ink.TEXT.color());
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
        styler.setAxisTickLabelsFont(usual);
        styler.setXAxisTickLabelsColor(Ink.FAINT.color());
        styler.setYAxisTickLabelsColor(Ink.TEXT.color());
        styler.setAnnotationTextFont(usual);
        styler.setAnnotationTextFontColor(Ink.TEXT.color());
        styler.setLegendFont(usual);
    }

    private static void legend(XYStyler styler) {
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendPadding(MARGIN);
        styler.setLegendBackgroundColor(Ink.PAPER.color());
        styler.setLegendBorderColor(Ink.PAPER.color());
        styler.setLegendSeriesLineLength(USUAL);
    }

    /** Cuts what is long, and leaves out what cannot be seen: names come from outside. */
    static String words(String text, int longest) {
        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]", " ").strip();
        String fitting =
                visible.length() > longest ? visible.substring(0, longest - 1).strip() + "…" : visible;
        return fitting.isEmpty() ? "–" : fitting;
    }

    static String name(String text) {
        return words(text, LONGEST);
    }

    XYStyler styler() {
        return chart.getStyler();
    }

    int height() {
        return chart.getHeight();
    }

    /** Says what goes upwards. */
    void besides(String text) {
        chart.setYAxisTitle(words(text, LONGEST));
    }

    /** Days across, with months written below. */
    void across(LocalDate from, LocalDate to) {
        range(Points.at(from), Points.at(to));
        styler().setDatePattern("MM/yy");
        styler().setTimezone(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** @param label what is written at a value, which must differ from value to value */
    void across(double from, double to, DoubleFunction<String> label) {
        range(from, to);
        chart.setCustomXAxisTickLabelsFormatter(label::apply);
    }

    private void range(double from, double to) {
        styler().setXAxisMin(from);
        styler().setXAxisMax(to);
    }

    /** Adds two corners that are not seen: the library gives up on axes on which everything has one and the same value. */
    void corners(Points corners) {
        add(corners, Ink.PAPER);
    }

    /** @param label what is written at a value, which must differ from value to value */
    void upwards(double from, double to, DoubleFunction<String> label) {
        styler().setYAxisMin(from);
        styler().setYAxisMax(to);
        chart.setCustomYAxisTickLabelsFormatter(label::apply);
    }

    /** Adds what is not named in the legend. */
    XYSeries add(Points points, Ink ink) {
        XYSeries series =
                points.addTo(chart, Integer.toString(chart.getSeriesCollection().size()));
        series.setShowInLegend(false);
        series.setLineColor(ink.color());
        series.setMarkerColor(ink.color());
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    void line(Points points, Ink ink, float width) {
        stroke(add(points, ink), width);
    }

    void line(Points points, Ink ink, float width, String label) {
        XYSeries series = add(points, ink);
        stroke(series, width);
        named(series, label);
    }

    void marks(Points points, Ink ink, Marker marker) {
        add(points, ink).setMarker(marker);
    }

    void marks(Points points, Ink ink, Marker marker, String label) {
        XYSeries series = add(points, ink);
        series.setMarker(marker);
        named(series, label);
    }

    /** Thin lines with an end on either side. */
    void intervals(Points points) {
        XYSeries series = add(points, Ink.TEXT);
        stroke(series, Cap.WIDTH);
        series.setMarker(new Cap());
    }

    private static void stroke(XYSeries series, float width) {
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    private static void named(XYSeries series, String label) {
        series.setLabel(words(label, LONGEST));
        series.setShowInLegend(true);
    }

    /** Writes words around a point. */
    void write(String text, double x, double y) {
        chart.addAnnotation(new AnnotationText(words(text, LONGEST), x, y, false));
    }

    /** Writes words that begin or end at a point. */
    void write(String text, double x, double y, Side side) {
        chart.addAnnotation(new Label(words(text, LONGEST), x, y, side, styler().getAnnotationTextFont()));
    }

    /** Writes a name that begins at a point. */
    void name(String text, double x, double y) {
        chart.addAnnotation(
                new Label(words(text, LONGEST), x, y, Side.LEFT, new Font(Font.SANS_SERIF, Font.BOLD, NAME)));
    }

    void paint(Graphics2D graphics) {
        chart.paint(graphics, WIDTH, height());
    }
}
