//! How long it takes to know texts, to read them and to search many of them: `cargo run --release -p
//! liner-notes-record --example attached`. Given a folder with a collection and one with its texts, it holds them too.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use liner_notes_record::questions::reading;
use liner_notes_record::recognition::{Places, recognise};
use liner_notes_record::search::Asked;
use liner_notes_record::search::texts::{Builder, Hit};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown, proofs, source};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections/eight");
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let record = source::read(&arguments.next().unwrap_or_else(|| root.clone())).expect("the collection is sound");
    let texts = arguments.next().unwrap_or_else(|| root.join("texts"));
    println!("proofs: {} bytes", proofs::pack(&record).len());
    know(&record, &texts);
    search(&record);
}

/// What `work` gives, and how long it took at best of three times.
fn timed<T>(work: impl Fn() -> T) -> (T, Duration) {
    let once = || {
        let start = Instant::now();
        let result = work();
        (result, start.elapsed())
    };
    (0..2).fold(once(), |best, _| {
        let next = once();
        if next.1 < best.1 { next } else { best }
    })
}

fn know(record: &Record, texts: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(texts).expect("the texts").map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let known = |name: &str, raw: &str| {
        let (known, took) = timed(|| recognise(record, &Text::new(raw)));
        let counts = known.as_ref().map(|known| (known.review.as_str(), known.in_place, known.moved, known.lost));
        println!("{name}: {counts:?} in {took:?}");
    };
    for file in &files {
        let raw = fs::read_to_string(file).unwrap();
        known("very text", &raw);
        known("a line before it", &format!("A line\n{raw}"));
        known("a word in every line", &raw.replace('\n', "\nAnd "));
        known("every other e gone", &raw.replace("he", "h"));
    }
    let words = fs::read_to_string(&files[0]).unwrap().replace(['a', 'e', 'o'], "u");
    known("unrelated, as long", &words);
    let huge = |bytes: usize| words.repeat(bytes / words.len() + 1);
    known("unrelated, 1 MB", &huge(1_000_000));
    known("unrelated, 20 MB", &huge(20_000_000));
}

/// A row of numbers that look like chance, the same each time.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

fn search(record: &Record) {
    let mut state = 1;
    let syllables = ["la", "mor", "ti", "sen", "ka", "vu", "ni", "ster", "pa", "do", "ry", "el"];
    let vocabulary: Vec<String> = (0..30_000)
        .map(|_| {
            (0..next(&mut state) % 3 + 1).map(|_| syllables[next(&mut state) % syllables.len()]).collect::<String>()
        })
        .enumerate()
        .map(|(number, word)| if number % 3 == 0 { word } else { format!("{word}{}", syllables[number % 12]) })
        .collect();
    let mut raw = String::new();
    let mut texts = Vec::new();
    for _ in 0..2_000 {
        raw.clear();
        for place in 0..700 {
            // Some words are in every text, most in few.
            let rank = next(&mut state) % vocabulary.len();
            let word = &vocabulary[rank * (next(&mut state) % 1_000) / 1_000];
            raw.push_str(word);
            raw.push(if place % 70 == 69 { '\n' } else { ' ' });
        }
        texts.push(Text::new(&raw));
    }
    let shown = Shown::new(record, Dial::All);
    let review = &shown.reviews()[0];
    let readings: Vec<_> = texts.iter().map(|text| reading(shown, review, text, &Places::default())).collect();
    let ((), took) = timed(|| {
        let mut builder = Builder::new(shown);
        readings.iter().for_each(|reading| builder.add(reading));
    });
    println!("2,000 texts taken in: {took:?}");
    let build = || {
        let mut builder = Builder::new(shown);
        readings.iter().for_each(|reading| builder.add(reading));
        builder
    };
    let builder = build();
    let start = Instant::now();
    let searched = builder.finish();
    println!("made ready: {:?}, {} paragraphs", start.elapsed(), searched.paragraphs());
    let (first, second) = (&vocabulary[3], &vocabulary[10]);
    let some: Vec<&str> = raw.split_whitespace().skip(20).take(3).collect();
    for typed in [
        "l".to_owned(),
        "la".to_owned(),
        first.clone(),
        format!("{first} {second}"),
        format!("x{first}{second}"),
        format!("\"{}\"", some.join(" ")),
        format!("\"{first}\" \"{second}\""),
        format!("review:{} {first}", review.number),
    ] {
        let asked = Asked::read(&typed);
        let ((hits, _), took) = timed(|| {
            let hits = searched.find(&asked);
            let words = |hit: &Hit<'_>| texts[hit.text].paragraph(hit.paragraph).map(|one| one.slice(0, one.len()));
            let words: Vec<String> = hits.iter().take(20).filter_map(words).collect();
            let marked = searched.marked(&asked, &words);
            (hits, marked)
        });
        println!("{typed}: {} hits in {took:?}", hits.len());
    }
}
