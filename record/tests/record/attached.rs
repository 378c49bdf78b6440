//! Collections whose reviews' texts are at hand, as the desk has them: the record unpacked, its proofs put back.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Reading, reading};
use liner_notes_record::recognition::{Recognised, recognise};
use liner_notes_record::text::Text;
use liner_notes_record::{Dial, Record, Shown, packed, proofs, source};

use super::collection::Collection;

/// A record and the texts of its reviews, as they come.
pub(crate) struct Attached {
    pub(crate) record: Record,
    pub(crate) raw: Vec<String>,
}

/// The invented collections; and the project's own, where somebody has its texts.
pub(crate) static ATTACHED: LazyLock<Vec<Attached>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let invented = ["three", "guide", "eight"].map(|name| root.join("tests/collections").join(name));
    let mut folders: Vec<_> = invented.map(|folder| (folder.clone(), folder.join("texts"))).into();
    let own = root.join("../shared/reviews");
    if own.is_dir() {
        folders.push((root.join("assets/record"), own));
    }
    folders.iter().map(|(record, texts)| Attached::load(record, texts)).collect()
});

impl Attached {
    fn load(record: &Path, texts: &Path) -> Self {
        let record = source::read(record).unwrap_or_else(|problems| panic!("{problems}"));
        let mut files: Vec<_> = fs::read_dir(texts).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        Self { record: carried(&record), raw: files.iter().map(|file| fs::read_to_string(file).unwrap()).collect() }
    }

    /// Every text that is known, with some of it changed beforehand, and what it is known as.
    pub(crate) fn known(&self, change: impl Fn(&str) -> String) -> Vec<(Text, Recognised)> {
        let texts = self.raw.iter().map(|raw| Text::new(&change(raw)));
        texts.filter_map(|text| recognise(&self.record, &text).map(|known| (text, known))).collect()
    }

    pub(crate) fn readings(&self, dial: Dial) -> Vec<Reading<'_>> {
        let read = |(text, known): &(Text, Recognised)| read(&self.record, dial, text, known);
        self.known(str::to_owned).iter().map(read).collect()
    }
}

/// A record on its way to the desk and there.
pub(crate) fn carried(record: &Record) -> Record {
    let mut carried = packed::unpack(&packed::pack(record).unwrap()).unwrap();
    proofs::restore(&mut carried, &proofs::pack(record)).unwrap();
    carried
}

pub(crate) fn review<'r>(record: &'r Record, known: &Recognised) -> &'r Review {
    Shown::new(record, Dial::None).review(&known.review).unwrap()
}

pub(crate) fn read<'r>(record: &'r Record, dial: Dial, text: &Text, known: &Recognised) -> Reading<'r> {
    reading(Shown::new(record, dial), review(record, known), text, &known.places)
}

/// A copy that has shifted: a line before everything, a word in every paragraph, other quotes.
pub(crate) fn shifted(raw: &str) -> String {
    let lines = raw.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("Anew: {line}\n\n"));
    format!("Kept at the quay\n\n{}", lines.collect::<String>().replace('’', "'"))
}

/// What a review of a made-up collection says: each entry's table without its places, and the words it was taken from.
pub(crate) type Said<'s> = (&'s str, &'s str);

/// A collection of reviews with these texts, each of which holds these entries. Its topics `t-1`, `t-2` and `t-3` are of
/// the three levels, and so are its moments `m-1`, `m-2`, `m-3` and its characters `c-1`, `c-2`, `c-3`.
pub(crate) fn made_of(reviews: &[(&str, &[Said<'_>])]) -> Record {
    let mut collection = Collection::of(reviews.len());
    for (number, level) in (1..).zip(["premise", "middle", "ending"]) {
        collection.topic(&format!("t-{number}"), level, "kind = \"text\"");
        collection.moments +=
            &format!("[[moment]]\nid = \"m-{number}\"\ntitle = \"M{number}\"\nphase = \"one\"\nlevel = \"{level}\"\n");
        collection.people +=
            &format!("[[character]]\nid = \"c-{number}\"\nname = \"C{number}\"\nlevel = \"{level}\"\n");
    }
    for (file, (raw, said)) in collection.reviews.iter_mut().zip(reviews) {
        let text = Text::new(raw);
        let lengths: Vec<String> = text.paragraphs().iter().map(|one| one.len().to_string()).collect();
        *file = file.replace(&"0".repeat(64), &text.sha256());
        *file = file.replace("[100]", &format!("[{}]", lengths.join(", ")));
        for (table, words) in *said {
            let at: Vec<String> = text.places(words, None).iter().map(|place| format!("\"{place}\"")).collect();
            assert!(!at.is_empty(), "{words} is not in the text");
            *file += &format!("{table}\nat = [{}]\n", at.join(", "));
        }
    }
    carried(&collection.record())
}

/// A claim on a topic of [`made_of`].
pub(crate) const CLAIMS: [&str; 3] = [
    "[[claim]]\ntopic = \"t-1\"\ntext = \"Says so.\"",
    "[[claim]]\ntopic = \"t-2\"\ntext = \"Says so.\"\nlevel = \"middle\"",
    "[[claim]]\ntopic = \"t-3\"\ntext = \"Says so.\"\nlevel = \"ending\"",
];

/// A telling of a moment of [`made_of`].
pub(crate) const TELLINGS: [&str; 3] = [
    "[[telling]]\nmoment = \"m-1\"\ntext = \"Tells it.\"",
    "[[telling]]\nmoment = \"m-2\"\ntext = \"Tells it.\"\nlevel = \"middle\"",
    "[[telling]]\nmoment = \"m-3\"\ntext = \"Tells it.\"\nlevel = \"ending\"",
];
