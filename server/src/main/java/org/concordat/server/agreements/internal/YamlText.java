package org.concordat.server.agreements.internal;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes files of the agreement folder. Lists of short texts stand in one line. */
final class YamlText {

    private static final int WIDTH = 120;

    private YamlText() {}

    /** The file with these fields, in their order: texts, numbers, lists and maps. */
    static String of(Map<String, ?> fields) {
        return of(fields, FlowStyle.AUTO);
    }

    /** The same with each field in a line of its own, so that lines can be added. */
    static String inLines(Map<String, ?> fields) {
        return of(fields, FlowStyle.BLOCK);
    }

    private static String of(Map<String, ?> fields, FlowStyle style) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(style)
                .setWidth(WIDTH)
                .setSplitLines(true)
                .build();
        return new Dump(settings).dumpToString(fields);
    }
}
