import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Arguments: PDF files. Prints one line per failed rule of PDF/A-3a and PDF/UA-1, and "judged N".
 * The wheel has veraPDF's profiles as XML but not the JAXB that veraPDF reads them with, so we read them here.
 */
class VeraPdf {
  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      ValidationProfile profile = read(flavour);
      for (String file : files) judge(file, flavour, profile);
    }
    System.out.println("judged " + files.length);
  }

  static void judge(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (PDFAParser parser = foundry.createParser(new File(file), flavour)) {
      ValidationResult result = foundry.createValidator(profile, 1_000_000, false, true, false).validate(parser);
      Set<String> failed = new HashSet<>();
      for (TestAssertion test : result.getTestAssertions())
        if (test.getStatus() == TestAssertion.Status.FAILED && failed.add(test.getRuleId().toString()))
          System.out.printf("%s: %s %s-%d: %s%n", file, flavour.getId(), test.getRuleId().getClause(),
              test.getRuleId().getTestNumber(), test.getMessage());
      if (!result.isCompliant() && failed.isEmpty()) System.out.printf("%s: %s failed%n", file, flavour.getId());
    }
  }

  static ValidationProfile read(PDFAFlavour flavour) throws Exception {
    String name = flavour == PDFAFlavour.PDFA_3_A ? "PDFA-3A" : "PDFUA-1";
    try (var xml = VeraPdf.class.getClassLoader().getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml")) {
      Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
      var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
      Set<Rule> rules = new HashSet<>(each(root, "rule", VeraPdf::rule));
      Set<Variable> variables = new HashSet<>(each(root, "variable", at -> Profiles.variableFromValues(
          at.getAttribute("name"), at.getAttribute("object"), words(at, "defaultValue"), words(at, "value"))));
      return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }
  }

  static Rule rule(Element at) {
    Element id = first(at, "id");
    var rule = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    List<ErrorArgument> arguments = each(at, "argument", a -> ErrorArgumentImpl.fromValues(
        a.getTextContent().trim(), a.hasAttribute("name") ? a.getAttribute("name") : null, null));
    Boolean deferred = at.hasAttribute("deferred") ? Boolean.valueOf(at.getAttribute("deferred")) : null;
    var error = Profiles.errorFromValues(words(first(at, "error"), "message"), arguments);
    return Profiles.ruleFromValues(rule, at.getAttribute("object"), deferred, at.getAttribute("tags"),
        words(at, "description"), words(at, "test"), error, new ArrayList<>());
  }

  static <T> List<T> each(Element root, String tag, Function<Element, T> make) {
    List<T> made = new ArrayList<>();
    var found = root.getElementsByTagName(tag);
    for (int n = 0; n < found.getLength(); n++) made.add(make.apply((Element) found.item(n)));
    return made;
  }

  static Element first(Element parent, String tag) {
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling())
      if (at.getNodeName().equals(tag)) return (Element) at;
    return null;
  }

  static String words(Element parent, String tag) {
    Element at = first(parent, tag);
    return at == null ? "" : at.getTextContent().trim();
  }
}
