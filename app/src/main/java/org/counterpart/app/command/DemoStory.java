package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/// The main job, played between three nodes on a public seizure.
///
/// The facts are those of Singapore Customs and the National Parks Board of 4 April 2019, as the press reported them:
/// a container from Nigeria, declared as frozen beef for Viet Nam, held 12.9 tonnes of pangolin scales and 177 kg of
/// ivory. All else is constructed: the number of the container, the consignee, the desks, what they ask, answer, permit
/// and recall, and why. It is marked so wherever it shows.
///
/// Two ways lead through lines that the story can cut. They stay until it is closed, for the peerings go through them
/// also after the last step.
final class DemoStory implements AutoCloseable {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String SOURCE =
            "https://www.straitstimes.com/singapore/environment/record-haul-of-pangolin-scales-worth-52-million-seized-from-container-at-pasir";
    private static final String FACTS =
            "On 3 April 2019, at the Pasir Panjang Export Inspection Station, 12.9 tonnes of"
                + " pangolin scales in 230 bags and 177 kg of worked ivory were found in a 40-foot"
                + " container declared as frozen beef, from Nigeria and bound for Viet Nam.";
    private static final String CONTAINER = "container=CPTU1904035";
    private static final String COMPANY = "company=Constructed Trading Co., Hai Phong";

    private final DemoNode ng;
    private final DemoNode sg;
    private final DemoNode vn;
    private final DemoProxy toSg;
    private final DemoProxy toVn;
    private final Path files;
    private final DemoSteps steps;
    private final DemoCast cast;
    private String dossier = "";
    private String question = "";
    private String answer = "";
    private Instant signed = Instant.EPOCH;

    private DemoStory(
            DemoNode ng,
            DemoNode sg,
            DemoNode vn,
            DemoProxy toSg,
            DemoProxy toVn,
            Path files,
            DemoSteps steps) {
        this.ng = ng;
        this.sg = sg;
        this.vn = vn;
        this.toSg = toSg;
        this.toVn = toVn;
        this.files = files;
        this.steps = steps;
        this.cast = new DemoCast(ng, sg, vn, files, steps);
    }

    /// Between nodes that are ready.
    static DemoStory of(DemoNode ng, DemoNode sg, DemoNode vn, Path files, DemoSteps steps) {
        return new DemoStory(
                ng,
                sg,
                vn,
                DemoProxy.to(sg.federationPort()),
                DemoProxy.to(vn.federationPort()),
                files,
                steps);
    }

    void play() {
        steps.step("each node gets a desk and its officers", cast::staff);
        meet();
        askAndAnswer();
        keepControl();
        for (DemoNode node : cast.nodes()) {
            steps.step(
                    "the ledger of " + node.name() + " verifies without the node",
                    () -> verify(node));
        }
        steps.step("what Singapore holds is hashed again beside its ledger", this::rehash);
        steps.step("three tampered copies are caught", this::tamper);
    }

    @Override
    public void close() {
        toSg.close();
        toVn.close();
    }

    private void meet() {
        steps.step(
                "three operators exchange cards, telephone and accept",
                () -> cast.peer(toSg, toVn));
        steps.step("peer test on all six ways", cast::testWays);
        steps.step("each node tells its desks to the others", cast::directories);
    }

    private void askAndAnswer() {
        steps.step("Singapore tells origin and destination of the seizure", this::tell);
        steps.step("Singapore asks Viet Nam for the consignee", this::ask);
        steps.step("the clock runs from Viet Nam's signed receipt", this::clock);
        steps.step("Viet Nam answers in part", this::answerInPart);
        steps.step("the line is cut; Singapore asks on, Viet Nam answers on", this::cut);
        steps.step("the line is healed; both arrive, once", this::heal);
    }

    private void keepControl() {
        steps.step("Nigeria is brought in and given what the codes allow", this::bringIn);
        steps.step("Nigeria asks the originator for the rest and gets it", this::permit);
        steps.step("Viet Nam recalls an answer; each holder says what became of it", this::recall);
    }

    private String tell() {
        JsonNode told =
                steps.types(
                        sg,
                        "duty-officer",
                        "tell",
                        "--to",
                        DemoCast.handle(ng),
                        "--to",
                        DemoCast.handle(vn),
                        "--published",
                        SOURCE,
                        "--subject",
                        CONTAINER,
                        "--constructed",
                        "--handling",
                        "H0",
                        "--use",
                        "investigation",
                        "--use",
                        "prosecution",
                        "--source",
                        "A",
                        "--information",
                        "1",
                        FACTS);
        String entry = DemoViews.text(told, "entry");
        steps.await(
                "both desks have the information",
                () ->
                        DemoViews.state(ng, entry).equals("COUNTS")
                                && DemoViews.state(vn, entry).equals("COUNTS"));
        DemoSteps.check(
                DemoViews.shown(vn, entry).contains("\"constructed\":true"),
                "what is constructed is marked");
        return "in both inboxes, with its public source; the container number is constructed";
    }

    private String ask() {
        JsonNode asked =
                steps.types(
                        sg,
                        "duty-officer",
                        "ask",
                        "--to",
                        DemoCast.handle(vn),
                        "--purpose",
                        "To identify who was to receive the container, for an investigation into"
                                + " the seizure (constructed)",
                        "--subject",
                        CONTAINER,
                        "--constructed",
                        "--handling",
                        "H1",
                        "--use",
                        "investigation",
                        "Who is the consignee of this container, and who paid the freight?"
                                + " (Constructed question.)");
        question = DemoViews.text(asked, "entry");
        dossier = DemoViews.text(asked, "dossier");
        steps.await(
                "the question is with Viet Nam's desk",
                () -> DemoViews.state(vn, question).equals("DELIVERED"));
        return "in the inbox of " + DemoCast.handle(vn);
    }

    private String clock() {
        steps.await("the receipt is home", () -> DemoViews.state(sg, question).equals("DELIVERED"));
        long due = DemoViews.item(sg, question).path("dueAt").longValue(0);
        signed =
                Instant.ofEpochMilli(
                        DemoViews.entry(sg, question)
                                .path("deliveries")
                                .valueStream()
                                .mapToLong(delivery -> delivery.path("counted").longValue(0))
                                .max()
                                .orElse(0));
        DemoSteps.check(
                signed.plus(WEEK).toEpochMilli() == due, "due a week after the signed receipt");
        return "signed " + signed + ", due " + Instant.ofEpochMilli(due);
    }

    private String answerInPart() {
        answer =
                DemoViews.text(
                        steps.types(
                                vn,
                                "duty-officer",
                                "answer",
                                question,
                                "--part",
                                "--subject",
                                COMPANY,
                                "--constructed",
                                "--handling",
                                "H2",
                                "--use",
                                "investigation",
                                "--source",
                                "B",
                                "--information",
                                "2",
                                "The consignee on the manifest is this company. Who paid is still"
                                        + " being looked up. (Constructed answer.)"),
                        "entry");
        steps.await(
                "the answer is home",
                () -> DemoViews.state(sg, question).equals("ANSWERED_IN_PART"));
        DemoSteps.check(
                DemoViews.shown(sg, question).contains("Constructed Trading Co."),
                "Singapore reads the answer");
        return "graded B2, under H2; the clock of the rest runs on";
    }

    private String further = "";
    private String furtherAnswer = "";

    private String cut() {
        toSg.cut();
        toVn.cut();
        further = askOn();
        furtherAnswer = answerOn();
        steps.await("Singapore notices that the line is down", () -> DemoViews.failing(sg, "VN"));
        DemoSteps.check(
                DemoViews.state(sg, further).equals("SENT"),
                "the question waits as sent, and no clock runs");
        DemoSteps.check(DemoViews.state(vn, further).isEmpty(), "nothing of it has arrived");
        DemoSteps.check(
                DemoViews.state(sg, question).equals("ANSWERED_IN_PART"),
                "nothing of the answer has arrived");
        return "both wait as sent; no clock runs while nobody signed";
    }

    private String askOn() {
        return DemoViews.text(
                sg.does(
                        "duty-officer",
                        "ask",
                        "--to",
                        DemoCast.handle(vn),
                        "--dossier",
                        dossier,
                        "--purpose",
                        "To follow the money (constructed)",
                        "--handling",
                        "H1",
                        "--use",
                        "investigation",
                        "Has this company received other containers from Nigeria since"
                                + " 2018? (Constructed question.)"),
                "entry");
    }

    private String answerOn() {
        return DemoViews.text(
                vn.does(
                        "duty-officer",
                        "answer",
                        question,
                        "--full",
                        "--handling",
                        "H1",
                        "--use",
                        "investigation",
                        "--source",
                        "B",
                        "--information",
                        "2",
                        "The freight was paid from an account of the same company"
                                + " (constructed)."),
                "entry");
    }

    private String heal() {
        toSg.heal();
        toVn.heal();
        steps.await(
                "both are delivered after the line was healed",
                () ->
                        DemoViews.state(sg, further).equals("DELIVERED")
                                && DemoViews.state(sg, question).equals("ANSWERED"));
        DemoSteps.check(
                DemoViews.count(sg, dossier, furtherAnswer) == 1
                        && DemoViews.count(vn, dossier, further) == 1,
                "each is there once");
        return "nothing lost, nothing doubled";
    }

    private String bringIn() {
        JsonNode added =
                steps.types(
                        sg,
                        "supervisor",
                        "members",
                        "add",
                        dossier,
                        DemoCast.handle(ng),
                        "--reason",
                        "The container was loaded in Nigeria (constructed reason)");
        DemoSteps.check(added.path("withheld").has(answer), "the answer under H2 is withheld");
        steps.await(
                "Nigeria finds in its inbox that it was brought in",
                () -> DemoViews.state(ng, DemoViews.text(added, "entry")).equals("UNSEEN"));
        steps.await(
                "Nigeria reads the question",
                () ->
                        DemoViews.shown(ng, dossier)
                                .contains("Who is the consignee of this container"));
        DemoSteps.check(
                !DemoViews.shown(ng, dossier).contains("Constructed Trading Co."),
                "Nigeria cannot read the answer");
        return added.path("given").size()
                + " entries given, "
                + added.path("withheld").size()
                + " withheld: H2";
    }

    private String permit() {
        String request =
                DemoViews.text(
                        ng.does(
                                "duty-officer",
                                "permission",
                                "ask",
                                dossier,
                                answer,
                                "--of",
                                DemoCast.handle(vn),
                                "--use",
                                "read",
                                "--reason",
                                "To find who shipped to this company (constructed)"),
                        "entry");
        steps.await("Viet Nam is asked", () -> DemoViews.state(vn, request).equals("ASKED"));
        DemoSteps.check(
                vn.run("duty-officer", "permission", "grant", request, "--until", inAMonth()).exit()
                        == 3,
                "a duty officer cannot lift a restriction");
        String granted =
                DemoViews.text(
                        vn.does(
                                "supervisor",
                                "permission",
                                "grant",
                                request,
                                "--until",
                                inAMonth()),
                        "entry");
        steps.await(
                "Nigeria finds the permission in its inbox",
                () -> DemoViews.state(ng, granted).equals("GRANTED"));
        steps.await(
                "Nigeria reads the answer",
                () -> DemoViews.shown(ng, dossier).contains("Constructed Trading Co."));
        return "released by Viet Nam's supervisor for one desk, one use, until " + inAMonth();
    }

    /// A month after the first receipt; the story asks no clock of its own.
    private String inAMonth() {
        return LocalDate.ofInstant(signed, ZoneOffset.UTC).plusDays(30).toString();
    }

    private String recall() {
        String recall =
                DemoViews.text(
                        vn.does("duty-officer", "recall", answer, "--ground", "wrong-person"),
                        "entry");
        steps.await(
                "both holders are asked",
                () ->
                        DemoViews.state(sg, recall).equals("ASKED")
                                && DemoViews.state(ng, recall).equals("ASKED"));
        sg.does("duty-officer", "recall-answer", recall, "--erased");
        ng.does(
                "duty-officer",
                "recall-answer",
                recall,
                "--kept-under-law",
                "--ground",
                "evidence-in-pending-case",
                "--court",
                "Court (constructed)",
                "--review",
                inAMonth());
        steps.await(
                "Viet Nam lists both replies",
                () ->
                        DemoViews.shown(vn, dossier).contains("\"ERASED\"")
                                && DemoViews.shown(vn, dossier).contains("\"KEPT_UNDER_LAW\""));
        DemoSteps.check(
                !DemoViews.shown(sg, dossier).contains("Constructed Trading Co."),
                "Singapore no longer holds it");
        return "Singapore erased it, Nigeria keeps it for a court; recall and court are"
                + " constructed";
    }

    private String verify(DemoNode node) {
        node.does("operator", "ledger", "export", "--out", export(node).toString());
        JsonNode found =
                node.does(
                        "operator",
                        "ledger",
                        "verify",
                        export(node).toString(),
                        "--card",
                        cast.card(node).toString());
        return found.path("leaves").asString("?") + " leaves, intact";
    }

    private String rehash() {
        Path contents = files.resolve("sg.contents.json");
        JsonNode taken =
                sg.does(
                        "duty-officer",
                        "ledger",
                        "contents",
                        dossier,
                        "--out",
                        contents.toString());
        JsonNode found =
                sg.does(
                        "operator",
                        "ledger",
                        "verify",
                        export(sg).toString(),
                        "--card",
                        cast.card(sg).toString(),
                        "--contents",
                        contents.toString());
        long fit = found.path("contents").longValue(0);
        DemoSteps.check(
                fit > 0 && fit == taken.path("held").longValue(-1),
                "every content is hashed again");
        return fit + " contents fit, " + found.path("contentsErased").longValue(0) + " erased";
    }

    private String tamper() {
        var copies = new DemoLedgers(export(sg));
        var codes = new TreeSet<String>();
        for (Path copy : List.of(copies.edited(), copies.shortened(), copies.signedAnew())) {
            DemoNode.Result found =
                    sg.run(
                            "operator",
                            "ledger",
                            "verify",
                            copy.toString(),
                            "--card",
                            cast.card(sg).toString());
            DemoSteps.check(found.exit() != 0, "the copy " + copy.getFileName() + " is caught");
            codes.add(found.json().path("code").stringValue("?"));
        }
        return String.join(", ", codes);
    }

    private Path export(DemoNode node) {
        return files.resolve(node.name() + ".ledger.txt");
    }
}
