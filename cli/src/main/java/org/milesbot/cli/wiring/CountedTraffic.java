package org.milesbot.cli.wiring;

import org.milesbot.cli.metrics.WebRecorder;
import org.milesbot.cli.web.Traffic;

/** Counts what the web server answers. */
record CountedTraffic(WebRecorder recorder) implements Traffic {

    @Override
    public Ongoing begins() {
        WebRecorder.Ongoing ongoing = recorder.begin();
        return ongoing::end;
    }

    @Override
    public void limited() {
        recorder.rateLimited();
    }

    @Override
    public void kept(boolean hit) {
        recorder.cached(hit);
    }
}
