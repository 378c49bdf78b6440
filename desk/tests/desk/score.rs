//! The score as a picture, read by a program that did not write it and held against what the timeline shows.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use liner_notes::address::{Address, Form};
use liner_notes::asking::{Ask, Wanted};
use liner_notes::sheets::take::Offer;
use liner_notes_desk::{Desk, Said};
use liner_notes_export::File;
use liner_notes_record::questions::timeline;
use liner_notes_record::source::{Folder, check, read};
use liner_notes_record::{Dial, Record, Shown, packed, proofs};
use roxmltree::{Document, Node};

/// The project's own collection and those made for tests.
static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["assets/record", "tests/collections/two", "tests/collections/three", "tests/collections/eight"];
    folders.map(|folder| read(&root.join(folder)).unwrap()).into()
});

const VIEWS: [&str; 2] = ["/timeline/", "/timeline/?order=told"];

fn desk_of(record: &Record) -> Desk {
    Desk::open(&packed::pack(record).unwrap(), &proofs::pack(record), &[]).unwrap()
}

fn file(desk: &Desk, dial: Dial, view: &str, offer: Offer) -> File {
    let form = Form::Path { base: "/".to_owned() };
    let address = Address::from_href(&form, view).unwrap();
    let ask = Ask { dial, form, address, wanted: Wanted::File(offer) };
    let Some(Said::File(file)) = desk.answer(&ask) else { panic!("no file of {view}") };
    file
}

fn drawn(desk: &Desk, dial: Dial, view: &str) -> String {
    file(desk, dial, view, Offer::ScoreSvg).text
}

/// Hands every picture over, with what is shown in it.
fn each(mut look: impl FnMut(Shown<'_>, &str, &Document<'_>)) {
    for record in RECORDS.iter() {
        let desk = desk_of(record);
        for dial in Dial::STOPS {
            for view in VIEWS {
                let text = drawn(&desk, dial, view);
                look(Shown::new(record, dial), view, &Document::parse(&text).unwrap());
            }
        }
    }
}

/// Words without what parts them, since long ones go on in the next line.
fn squeezed(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn named<'d>(document: &'d Document<'_>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    document.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

fn words(element: Node<'_, '_>) -> String {
    element.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect()
}

/// All that is written in the picture.
fn written(document: &Document<'_>) -> String {
    squeezed(&named(document, "text").map(words).collect::<String>())
}

fn number(element: Node<'_, '_>, name: &str) -> f64 {
    element.attribute(name).unwrap_or("0").parse().unwrap()
}

#[test]
fn it_says_what_it_is_of_and_where_it_is_from() {
    each(|shown, view, document| {
        let (work, edition, spoilers) = (&shown.work().title, shown.edition(), shown.dial().words());
        let title = words(named(document, "title").next().unwrap());
        let said =
            [work, "the story, scored", &format!("Spoilers: {spoilers}"), &edition.version, edition.short_hash()];
        assert!(said.iter().all(|said| title.contains(*said)), "{title}");
        let order = if view.contains("told") { "as each review tells it" } else { "in the story’s order" };
        let foot = format!("{work} · Spoilers: {spoilers} · Edition {}", edition.version);
        let written = written(document);
        for said in [work, order, &foot, &edition.licence, env!("CARGO_PKG_HOMEPAGE")] {
            assert!(written.contains(&squeezed(said)), "{said} is not in {written}");
        }
    });
}

#[test]
fn every_review_and_every_moment_is_there_by_number_and_in_full() {
    each(|shown, _, document| {
        let (timeline, written) = (timeline(shown), written(document));
        for review in &timeline.reviews {
            assert!(written.contains(&squeezed(&format!("{}{}", review.number, review.label))), "{}", review.label);
        }
        for span in &timeline.phases {
            assert!(written.contains(&squeezed(&span.phase.name)), "{}", span.phase.name);
        }
        for place in &timeline.places {
            let listed = squeezed(&format!("{}{}", place.number, place.moment.title));
            assert!(written.contains(&listed), "{} is not in {written}", place.moment.title);
        }
    });
}

#[test]
fn every_telling_is_a_note_and_its_meaning_stands_beneath() {
    each(|shown, view, document| {
        let timeline = timeline(shown);
        let told = timeline.places.iter().map(|place| place.told_by()).sum::<usize>();
        // Two more are in the key.
        assert_eq!(named(document, "ellipse").count(), told + 2);
        let written = written(document);
        let has_brackets = timeline.places.iter().any(|place| place.bracket.is_some()) && !view.contains("told");
        for (meaning, is_there) in [
            ("tells it", true),
            ("only alludes to it", true),
            ("stands anywhere under the bracket", has_brackets),
            ("moments by their numbers", !view.contains("told")),
            ("in the note, the moment’s number", view.contains("told")),
            ("upright", false),
            ("its rank in the review’s own telling", false),
        ] {
            assert_eq!(written.contains(&squeezed(meaning)), is_there, "{meaning}");
        }
    });
}

#[test]
fn what_the_dial_hides_is_not_in_it_and_one_end_is_closed_while_the_story_goes_on() {
    let mut hides = 0;
    for record in RECORDS.iter() {
        let (desk, whole) = (desk_of(record), Shown::new(record, Dial::All));
        for dial in Dial::STOPS {
            let shown = Shown::new(record, dial);
            let visible: BTreeSet<&str> = shown.moments().map(|moment| moment.title.as_str()).collect();
            let phases: BTreeSet<&str> = shown.phases().map(|phase| phase.name.as_str()).collect();
            let moments = whole.moments().map(|moment| moment.title.as_str());
            let hidden = moments.filter(|title| !visible.contains(title));
            let hidden =
                hidden.chain(whole.phases().map(|phase| phase.name.as_str()).filter(|name| !phases.contains(name)));
            // "He leaves" is in "He leaves for his military service" as well.
            let is_said = |title: &&str| visible.iter().any(|shown| shown.contains(*title));
            let hidden: Vec<String> = hidden.filter(|title| !is_said(title)).map(squeezed).collect();
            hides += hidden.len();
            for view in VIEWS {
                let text = drawn(&desk, dial, view);
                let document = Document::parse(&text).unwrap();
                let (written, all) = (written(&document), squeezed(&text));
                let found = hidden.iter().find(|title| all.contains(*title));
                assert_eq!(found, None, "{view} at {}", dial.words());
                let listed = named(&document, "text").filter(|text| text.attribute("class") == Some("count")).count();
                assert_eq!(listed, visible.len(), "{view} at {}", dial.words());
                let closed = written.matches("Thestorygoeson").count();
                assert_eq!(closed, usize::from(shown.story_goes_on()), "{view} at {}", dial.words());
            }
        }
    }
    assert!(hides > 0);
}

#[test]
fn the_chosen_moment_is_not_marked_and_the_list_is_the_score_too() {
    let record = &RECORDS[0];
    let desk = desk_of(record);
    let moment = &Shown::new(record, Dial::All).moments().last().unwrap().id;
    let plain = drawn(&desk, Dial::All, VIEWS[0]);
    for view in [&format!("/timeline/?moment={moment}"), "/timeline/?view=list", "/timeline/?order=no"] {
        assert_eq!(drawn(&desk, Dial::All, view), plain, "{view}");
    }
    assert_ne!(drawn(&desk, Dial::All, VIEWS[1]), plain);
}

#[test]
fn the_png_is_made_of_the_same_drawing() {
    let desk = desk_of(&RECORDS[0]);
    let [svg, png] = [Offer::ScoreSvg, Offer::ScorePng].map(|offer| file(&desk, Dial::None, VIEWS[0], offer));
    assert_eq!(svg.text, png.text);
    assert_eq!([svg.media_type, png.media_type], ["image/svg+xml", "image/png"]);
    assert!(svg.name.ends_with("-score.svg") && png.name.ends_with("-score.png"), "{} {}", svg.name, png.name);
}

#[test]
fn it_stands_by_itself_in_programs_that_know_little() {
    // What they all know, and nothing that leads elsewhere or does anything.
    const ELEMENTS: [&str; 10] = ["svg", "title", "style", "g", "rect", "line", "circle", "ellipse", "path", "text"];
    const ATTRIBUTES: [&str; 20] = [
        "class",
        "cx",
        "cy",
        "d",
        "height",
        "lang",
        "r",
        "rx",
        "ry",
        "transform",
        "viewBox",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
        "points",
        "xmlns",
    ];
    each(|_, _, document| {
        let root = document.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        let size = ["width", "height"].map(|name| root.attribute(name).unwrap());
        assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {} {}", size[0], size[1]));
        let style = words(named(document, "style").next().unwrap());
        assert!(!style.contains("var(") && !style.contains("--") && !style.contains('@'), "{style}");
        let rules: BTreeSet<&str> =
            style.split('}').filter_map(|rule| rule.split_once('{')).map(|rule| rule.0).collect();
        let mut used = BTreeSet::new();
        for element in document.descendants().filter(Node::is_element) {
            assert!(ELEMENTS.contains(&element.tag_name().name()), "{element:?}");
            for attribute in element.attributes() {
                assert!(ATTRIBUTES.contains(&attribute.name()), "{attribute:?}");
            }
            used.extend(element.attribute("class").map(|class| format!(".{class}")));
            // Whatever draws has a look of its own; nothing is left to what a program takes for usual.
            if !["svg", "title", "style", "g"].contains(&element.tag_name().name()) {
                assert!(element.has_attribute("class"), "{element:?}");
            }
        }
        assert_eq!(rules, used.iter().map(String::as_str).collect());
    });
}

#[test]
fn it_looks_as_the_page_does() {
    let sheet = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/styles").join(name)).unwrap()
    };
    let (tokens, timeline) = (sheet("tokens.css"), sheet("timeline.css"));
    let light = |name: &str| {
        let (_, value) = tokens.split_once(&format!("{name}: light-dark(")).unwrap();
        value.split(',').next().unwrap().to_owned()
    };
    let record = &RECORDS[3];
    let desk = desk_of(record);
    for (view, turned, there) in [(VIEWS[0], "rotate(-20)", "rotate(-20deg)"), (VIEWS[1], "scale(1.28)", "scale(1.28)")]
    {
        let text = drawn(&desk, Dial::All, view);
        for review in Shown::new(record, Dial::All).reviews() {
            assert!(text.contains(&light(&format!("--review-{}", review.number))), "{}", review.label);
        }
        assert!(text.contains(&light("--sheet")) && text.contains(&light("--ink")));
        // What the page's sheet turns notes by, the picture says in an attribute.
        assert!(text.contains(turned) && timeline.contains(&format!("transform: {there}")), "{view}");
    }
}

/// Where an element stands, by what moves those that it is in.
fn place(element: Node<'_, '_>) -> (f64, f64) {
    let moved = element.ancestors().filter_map(|one| one.attribute("transform")?.strip_prefix("translate("));
    let moved = moved.map(|by| {
        let (x, y) = by.trim_end_matches(')').split_once(' ').unwrap();
        (x.parse::<f64>().unwrap(), y.parse::<f64>().unwrap())
    });
    moved.fold((number(element, "x"), number(element, "y")), |(x, y), (by_x, by_y)| (x + by_x, y + by_y))
}

#[test]
fn no_words_run_into_others_or_out_of_the_picture() {
    each(|shown, view, document| {
        let root = document.root_element();
        let (width, height) = (number(root, "width"), number(root, "height"));
        let style = words(named(document, "style").next().unwrap());
        let look = |text: Node<'_, '_>| {
            let class = text.attribute("class").unwrap();
            let (_, rest) = style.split_once(&format!(".{class}{{")).unwrap();
            let rule = rest.split('}').next().unwrap().to_owned();
            let size: f64 = rule.split_once("font-size:").unwrap().1.split("px").next().unwrap().parse().unwrap();
            let before = if rule.contains("text-anchor:middle") {
                0.5
            } else if rule.contains("text-anchor:end") {
                1.0
            } else {
                0.0
            };
            (size, before)
        };
        let mut taken: Vec<(f64, f64, f64, f64, String)> = Vec::new();
        for text in named(document, "text") {
            let (said, (size, before), (x, y)) = (words(text), look(text), place(text));
            // As wide as in common faces.
            let wide = said.chars().count() as f64 * size * 0.55;
            let left = x - wide * before;
            let (right, top, bottom) = (left + wide, y - size * 0.75, y + size * 0.2);
            assert!(
                left >= 40.0 && right <= width - 40.0 && top >= 40.0 && bottom <= height - 20.0,
                "“{said}” in {view}"
            );
            for (other_left, other_right, other_top, other_bottom, other) in &taken {
                let is_apart = right < *other_left || *other_right < left || bottom < *other_top || *other_bottom < top;
                assert!(is_apart, "“{said}” runs into “{other}” in {view} of {}", shown.work().title);
            }
            taken.push((left, right, top, bottom, said));
        }
    });
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</text><script>alert(1)</script>&lt;]]>\"'";
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/three");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let with = |text: String, old: &str| {
        let new = old.replace(|letter: char| letter.is_alphabetic() || letter == ' ', "");
        assert_eq!(new, "\"\"");
        assert!(text.contains(old), "{old}");
        text.replace(old, &format!("\"{}\"", hostile.replace('"', "\\\"")))
    };
    let moments = with(with(read("moments.toml"), "\"The clock stops\""), "\"Before the tide\"");
    let work = with(read("work.toml"), "\"Slack Water at the Clock\"");
    let files = ["people.toml", "related.toml", "topics.toml"].map(|name| (name.to_owned(), read(name)));
    let reviews = std::fs::read_dir(root.join("reviews")).unwrap().map(|entry| {
        let name = format!("reviews/{}", entry.unwrap().file_name().to_string_lossy());
        let text = read(&name);
        (name, text)
    });
    let shared = [("moments.toml".to_owned(), moments), ("work.toml".to_owned(), work)];
    let folder = Folder::new("three", files.into_iter().chain(shared).chain(reviews));
    let record = check(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    for view in VIEWS {
        let text = drawn(&desk_of(&record), Dial::None, view);
        let document = Document::parse(&text).unwrap();
        assert_eq!(named(&document, "script").count(), 0);
        let written = written(&document);
        // The work over the score and at its foot, the phase over its moments, the moment with its number.
        assert!(written.matches(&squeezed(hostile)).count() >= 4, "{written}");
        assert!(written.contains(&squeezed(&format!("1{hostile}"))), "{written}");
    }
}
