//! Reviews' texts at the dial: what is open, what is marked in it, and that nothing above the dial can be read.

use liner_notes_record::questions::{Entry, Gap, Open, Part, Reading, outline};
use liner_notes_record::recognition::recognise;
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Level, Record, Shown};
use proptest::prelude::*;

use super::attached::{ATTACHED, CLAIMS, TELLINGS, made_of, read, shifted};

const TEXT: &str = "The lamp on the pier\n\nAda lights it at dusk\n\nThe boat goes down\n\nNobody said more\n";

const SLIP: &str = "[[slip]]\nid = \"odd\"\ntext = \"Odd.\"";

/// A claim of the premise in the first paragraph, of the middle in the second, of the ending in the third; nothing in
/// the fourth.
fn record() -> Record {
    made_of(&[(TEXT, &[(CLAIMS[0], "lamp on"), (CLAIMS[1], "at dusk"), (CLAIMS[2], "goes down")])])
}

fn read_in<'r>(record: &'r Record, dial: Dial, raw: &str) -> Reading<'r> {
    let text = Text::new(raw);
    read(record, dial, &text, &recognise(record, &text).expect("it is known"))
}

/// The paragraphs in a line: an open one's words with its passages in brackets, a gap as its ends and its stop.
fn drawn(reading: &Reading<'_>) -> Vec<String> {
    let open = |open: &Open<'_>| {
        let segments = open.segments.iter().map(|segment| {
            let (left, right) = ("[".repeat(segment.passages.len()), "]".repeat(segment.passages.len()));
            format!("{left}{}{right}", segment.text)
        });
        segments.collect::<String>()
    };
    let part = |part: &Part<'_>| match part {
        Part::Open(it) => open(it),
        Part::Gap(Gap { from, to, until, .. }) => format!("{from}-{to} until {}", until.token()),
    };
    reading.parts.iter().map(part).collect()
}

#[test]
fn a_paragraph_opens_at_the_stop_of_what_gives_away_most_in_it() {
    let record = record();
    let at = |dial| drawn(&read_in(&record, dial, TEXT));
    assert_eq!(at(Dial::None), ["The [lamp on] the pier", "2-4 until all"]);
    assert_eq!(at(Dial::Middle), ["The [lamp on] the pier", "Ada lights it [at dusk]", "3-4 until all"]);
    assert_eq!(
        at(Dial::All),
        ["The [lamp on] the pier", "Ada lights it [at dusk]", "The boat [goes down]", "Nobody said more"]
    );
}

#[test]
fn a_premise_beside_an_ending_is_kept_back_with_it_and_told_as_in_the_outline() {
    let record = made_of(&[(TEXT, &[(CLAIMS[0], "boat"), (CLAIMS[2], "goes down"), (TELLINGS[0], "lamp")])]);
    let reading = read_in(&record, Dial::None, TEXT);
    assert_eq!(drawn(&reading), ["The [lamp] on the pier", "2-4 until all"]);
    let gap = reading.gaps().next().unwrap();
    let [(3, entries)] = &gap.shown[..] else { panic!("{gap:?}") };
    assert!(matches!(entries[..], [Entry::Claim(topic, _)] if topic.level == Level::Premise), "{gap:?}");
}

#[test]
fn a_gap_of_the_middle_alone_says_so() {
    let record = made_of(&[(TEXT, &[(CLAIMS[0], "lamp"), (CLAIMS[1], "at dusk"), (TELLINGS[0], "boat")])]);
    assert_eq!(drawn(&read_in(&record, Dial::None, TEXT))[1], "2-2 until middle");
}

#[test]
fn passages_that_overlap_stay_apart() {
    let said = [(CLAIMS[0], "lamp on the"), (TELLINGS[0], "on the pier"), (SLIP, "lamp on the")];
    let record = made_of(&[(TEXT, &said)]);
    let reading = read_in(&record, Dial::None, TEXT);
    let open = reading.open().next().unwrap();
    let segments: Vec<(&str, &[usize])> =
        open.segments.iter().map(|segment| (segment.text.as_str(), segment.passages.as_slice())).collect();
    assert_eq!(segments, [("The ", &[][..]), ("lamp ", &[0]), ("on the", &[0, 1]), (" pier", &[1])]);
    let [first, second] = &open.passages[..] else { panic!("{:?}", open.passages) };
    assert_eq!((first.start, first.length, second.start, second.length), (4, 11, 9, 11));
    assert!(matches!(first.entries[..], [Entry::Claim(..), Entry::Slip(_)]), "{first:?}");
    assert!(matches!(second.entries[..], [Entry::Telling(moment, _)] if moment.id.as_str() == "m-1"), "{second:?}");
}

#[test]
fn a_name_gives_away_as_much_as_whom_it_names() {
    let name = |number| format!("[[spelling]]\nof = \"c-{number}\"\ntext = \"Ada\"\nlevel = \"premise\"");
    for (number, opens) in [(1, Dial::None), (2, Dial::Middle), (3, Dial::All)] {
        let record = made_of(&[(TEXT, &[(&name(number), "Ada")])]);
        for dial in Dial::STOPS {
            let is_open = read_in(&record, dial, TEXT).open().any(|open| open.paragraph == 2);
            assert_eq!(is_open, dial >= opens, "{number} at {dial:?}");
        }
    }
}

#[test]
fn positions_count_code_points() {
    let raw = "𝄞 é 한: the lamp\n";
    let record = made_of(&[(raw, &[(CLAIMS[0], "lamp")])]);
    let reading = read_in(&record, Dial::None, raw);
    assert_eq!(drawn(&reading), ["𝄞 é 한: the [lamp]"]);
    assert_eq!(reading.open().next().unwrap().passages[0].start, 11);
}

#[test]
fn in_a_text_that_has_shifted_a_paragraph_is_as_open_as_what_stands_in_it_now() {
    let record = record();
    let raw = "Kept at the quay\nThe boat goes down\nSee: Ada lights it at dusk\nThe lamp on the pier\n";
    assert_eq!(
        drawn(&read_in(&record, Dial::Middle, raw)),
        ["1-2 until all", "See: Ada lights it [at dusk]", "The [lamp on] the pier"]
    );
}

#[test]
fn words_that_have_changed_close_what_they_may_stand_in() {
    let record = record();
    // The ending is reworded, after a passage that stands as it did.
    let raw = "The lamp on the pier\nAda lights it at dusk\nThe boat sinks\n";
    assert_eq!(drawn(&read_in(&record, Dial::Middle, raw)), ["The [lamp on] the pier", "2-3 until all"]);
    // It has lost its line as well, and with it all that was sure of the line before.
    let raw = "The lamp on the pier\nAda lights it at dusk. The boat sinks\n";
    assert_eq!(drawn(&read_in(&record, Dial::Middle, raw)), ["1-2 until all"]);
}

#[test]
fn words_found_in_another_context_close_what_they_may_have_stood_in() {
    // The lamp of the ending is reworded, and its word stands for it elsewhere: nearer to where it was.
    let raw = "It is late on the pier tonight\n\nThe lamp\n\nNobody is awake and the boat sails\n";
    let record = made_of(&[(
        raw,
        &[(CLAIMS[0], "late on the pier"), (CLAIMS[2], "lamp"), (TELLINGS[0], "boat sails"), (TELLINGS[1], "awake")],
    )]);
    let other = "It is late on the pier tonight, the light is out\n\nA lamp\n\nNobody is awake and the boat sails\n";
    assert_eq!(drawn(&read_in(&record, Dial::Middle, other)), ["1-3 until all"]);
}

/// In these texts, what a stop hides is told by sentinels.
#[test]
fn nothing_above_the_dial_can_be_read() {
    let three = &ATTACHED[0];
    let mut open = 0;
    for change in [str::to_owned, shifted] {
        for (text, known) in three.known(change) {
            for (dial, hidden) in
                [(Dial::None, &["SENTINELMIDDLE", "SENTINELENDING"][..]), (Dial::Middle, &["SENTINELENDING"])]
            {
                let reading = read(&three.record, dial, &text, &known);
                let words: String = reading.open().flat_map(|one| &one.segments).map(|one| one.text.as_str()).collect();
                open += reading.open().count();
                for word in hidden {
                    assert!(!words.contains(word), "{dial:?} of {}: {words}", known.review);
                }
            }
        }
    }
    assert!(open > 20, "{open} paragraphs are open");
}

#[test]
fn what_is_marked_in_a_whole_text_is_what_the_outline_lists() {
    for attached in ATTACHED.iter() {
        for dial in Dial::STOPS {
            for reading in attached.readings(dial) {
                let outlined = outline(Shown::new(&attached.record, dial), reading.review);
                for open in reading.open() {
                    let listed = &outlined[usize::from(open.paragraph) - 1].entries;
                    let marked: Vec<&Entry<'_>> = open.passages.iter().flat_map(|passage| &passage.entries).collect();
                    assert!(listed.iter().all(|entry| marked.contains(&entry)));
                    assert!(marked.iter().all(|entry| listed.contains(entry)));
                }
            }
        }
    }
}

/// What holds of every reading, whatever was done to the text.
#[track_caller]
fn assert_holds(reading: &Reading<'_>, text: &Text, shown: Shown<'_>) {
    let mut next = 1;
    let mut was_gap = false;
    for part in &reading.parts {
        let (from, to) = match part {
            Part::Open(open) => (open.paragraph, open.paragraph),
            Part::Gap(gap) => (gap.from, gap.to),
        };
        assert!(from == next && to >= from, "paragraphs come in order, none twice");
        next = to + 1;
        match part {
            Part::Gap(gap) => {
                assert!(!was_gap, "neighbours are one gap");
                assert!(gap.until > shown.dial());
            }
            Part::Open(open) => {
                let words = text.paragraph(open.paragraph).unwrap();
                let joined: String = open.segments.iter().map(|segment| segment.text.as_str()).collect();
                assert_eq!(joined, words.slice(0, words.len()));
                assert!(open.segments.iter().all(|segment| !segment.text.is_empty()));
                assert!(shown.dial().shows(open.level));
                for (place, passage) in open.passages.iter().enumerate() {
                    let covered: String = open
                        .segments
                        .iter()
                        .filter(|segment| segment.passages.contains(&place))
                        .map(|segment| segment.text.as_str())
                        .collect();
                    assert_eq!(covered, words.slice(passage.start as usize, passage.length as usize));
                    assert!(!passage.entries.is_empty());
                    assert!(
                        passage.entries.iter().all(|entry| shown.dial().shows(level_of(entry)) && is_open(entry, open))
                    );
                }
            }
        }
        was_gap = matches!(part, Part::Gap(_));
    }
    assert_eq!(usize::from(next - 1), text.paragraphs().len());
    let kept: Vec<&Entry<'_>> = reading.gaps().flat_map(Gap::entries).collect();
    assert!(kept.iter().all(|entry| shown.dial().shows(level_of(entry))));
}

fn is_open(entry: &Entry<'_>, open: &Open<'_>) -> bool {
    level_of(entry) <= open.level
}

fn level_of(entry: &Entry<'_>) -> Level {
    match entry {
        Entry::Claim(topic, claim) => claim.level.max(topic.level),
        Entry::Telling(moment, telling) => telling.level.max(moment.level),
        Entry::Mention(mention) => mention.level,
        Entry::Slip(slip) => slip.level,
        Entry::Spelling(spelling) => spelling.level,
    }
}

#[test]
fn every_reading_is_whole_and_turning_the_dial_up_only_opens_more() {
    for attached in ATTACHED.iter() {
        for change in [str::to_owned, shifted, |raw: &str| raw.replace("and", "or")] {
            for (text, known) in attached.known(change) {
                let mut before: Vec<u16> = Vec::new();
                for dial in Dial::STOPS {
                    let reading = read(&attached.record, dial, &text, &known);
                    assert_holds(&reading, &text, Shown::new(&attached.record, dial));
                    let open: Vec<u16> = reading.open().map(|open| open.paragraph).collect();
                    assert!(before.iter().all(|paragraph| open.contains(paragraph)));
                    before = open;
                }
                assert_eq!(before.len(), text.paragraphs().len(), "at the last stop everything is open");
            }
        }
    }
}

/// What is done to one word of a text.
#[derive(Clone, Debug)]
enum Edit {
    Keep,
    Strike,
    Replace,
    Insert,
    Break,
    Join,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        12 => Just(Edit::Keep),
        1 => Just(Edit::Strike),
        1 => Just(Edit::Replace),
        1 => Just(Edit::Insert),
        1 => Just(Edit::Break),
        1 => Just(Edit::Join),
    ]
}

/// The words of a text of so many paragraphs of six words, each word there once.
fn word(paragraph: usize, place: usize) -> String {
    format!("w{paragraph}x{place}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// However a copy is edited, its words staying in their order: of a passage above the dial no word can be read.
    #[test]
    fn no_word_of_a_hidden_passage_can_be_read_in_any_edited_copy(
        levels in prop::collection::vec(prop::collection::vec(0..3_usize, 0..3), 2..8),
        edits in prop::collection::vec(edit(), 48),
    ) {
        let raw: Vec<String> =
            (0..levels.len()).map(|number| (0..6).map(|place| word(number, place)).collect::<Vec<_>>().join(" ")).collect();
        // Each entry of a paragraph was taken from two words of it.
        let mut said: Vec<(usize, String)> = Vec::new();
        for (number, levels) in levels.iter().enumerate() {
            said.extend(levels.iter().enumerate().map(|(n, level)| (*level, format!("{} {}", word(number, 2 * n), word(number, 2 * n + 1)))));
        }
        said.sort();
        let tables: Vec<String> = said.iter().enumerate().map(|(n, (level, _))| {
            let level = ["premise", "middle", "ending"][*level];
            format!("[[slip]]\nid = \"s-{n}\"\ntext = \"Odd.\"\nlevel = \"{level}\"")
        }).collect();
        let entries: Vec<(&str, &str)> = tables.iter().zip(&said).map(|(table, (_, words))| (table.as_str(), words.as_str())).collect();
        let record = made_of(&[(&raw.join("\n"), &entries)]);
        let mut edited = String::new();
        for number in 0..levels.len() {
            let mut end = "\n";
            for place in 0..6 {
                match &edits[(number * 6 + place) % edits.len()] {
                    Edit::Keep => edited += &word(number, place),
                    Edit::Strike => {}
                    Edit::Replace => edited += "other",
                    Edit::Insert => edited += &format!("more {}", word(number, place)),
                    Edit::Break => edited += &format!("\n{}", word(number, place)),
                    Edit::Join => {
                        edited += &word(number, place);
                        end = " ";
                    }
                }
                edited += " ";
            }
            edited += end;
        }
        let text = Text::new(&edited);
        let Some(known) = recognise(&record, &text) else { return Ok(()) };
        for dial in Dial::STOPS {
            let reading = read(&record, dial, &text, &known);
            assert_holds(&reading, &text, Shown::new(&record, dial));
            let open: Vec<String> = reading.open().flat_map(|open| &open.segments).map(|one| format!(" {} ", one.text)).collect();
            let open = open.concat();
            for (level, words) in &said {
                for hidden in words.split(' ').filter(|_| !dial.shows([Level::Premise, Level::Middle, Level::Ending][*level])) {
                    prop_assert!(!open.contains(&format!(" {hidden} ")), "{hidden} at {dial:?} in {open}\n{edited}");
                }
            }
        }
    }
}
