/** Says of PDFs whether they keep to a standard, with veraPDF: `java -cp ... Verdicts.java ua1,3a report.pdf ...`. */

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class Verdicts {
    /** Prints a line for each file and standard, of tab-separated fields: file, standard, checks, a rule that is broken ... */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset(); // warnings that no verdict rests on
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = List.of(arguments).subList(1, arguments.length);
        for (String file : files) {
            for (String standard : arguments[0].split(",")) {
                ValidationResult result = validated(new File(file), PDFAFlavour.fromString(standard));
                Iterable<String> broken = broken(result);
                System.out.println(file + "\t" + standard + "\t" + result.getTotalAssertions() + String.join("", broken));
            }
        }
    }

    private static ValidationResult validated(File file, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, standard)) {
            return Foundries.defaultInstance().createValidator(standard, false).validate(parser);
        }
    }

    /** The rules that are broken, each with the first place where it is, and each begun by a tab. */
    private static Iterable<String> broken(ValidationResult result) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            String said = assertion.getMessage() + " (" + assertion.getLocation().getContext() + ")";
            rules.putIfAbsent(rule, "\t" + rule + ": " + said.replaceAll("\\s+", " "));
        }
        if (!result.isCompliant() && rules.isEmpty()) {
            rules.put("", "\tnot compliant");
        }
        return rules.values();
    }
}
