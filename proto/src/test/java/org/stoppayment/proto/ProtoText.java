package org.stoppayment.proto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a .proto file declares, and which declarations have no comment on the line above. Reads the style of the
 * contract, one declaration a line, and says so when it meets another: nothing is skipped unseen.
 *
 * @param declarations names of messages, enums, services, rpcs, fields, enum values and oneofs
 * @param findings declarations without a comment, and lines that cannot be read
 */
record ProtoText(List<String> declarations, List<String> findings) {

    private static final Pattern BLOCK = Pattern.compile(
            "(message|enum|service|oneof) (\\w+) \\{(})?|(rpc) (\\w+)\\([\\w.]+\\) returns \\((?:stream )?[\\w.]+\\);");
    private static final Pattern FIELD =
            Pattern.compile("(?:repeated |optional )?(?:[\\w.]+|map<[\\w., ]+>) (\\w+) = [0-9]+( \\[[^]]*])?;");
    private static final Pattern VALUE = Pattern.compile("(\\w+) = [0-9]+( \\[[^]]*])?;");
    private static final Pattern SILENT = Pattern.compile("(syntax = |package |import |option |reserved ).*;");

    static ProtoText read(String file, List<String> lines) {
        List<String> declarations = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        boolean commented = false;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.startsWith("//")) {
                commented = line.length() > 2;
                continue;
            }
            Matcher block = BLOCK.matcher(line);
            Matcher member = ("enum".equals(open.peek()) ? VALUE : FIELD).matcher(line);
            String declared = null;
            if (block.matches()) {
                declared = block.group(2) != null ? block.group(2) : block.group(5);
                if (block.group(1) != null && block.group(3) == null) {
                    open.push(block.group(1));
                }
            } else if (!open.isEmpty() && member.matches()) {
                declared = member.group(1);
            } else if (line.equals("}")) {
                open.pop();
            } else if (!line.isEmpty() && !SILENT.matcher(line).matches()) {
                findings.add(file + ":" + number + ": " + line + " (expected: one declaration a line)");
            }
            if (declared != null) {
                declarations.add(declared);
                if (!commented) {
                    findings.add(file + ":" + number + ": " + declared + " (expected: a comment above it)");
                }
            }
            commented = false;
        }
        return new ProtoText(declarations, findings);
    }
}
