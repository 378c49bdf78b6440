//! What the script of the benchmark calls.

use liner_notes_record::model::Review;
use liner_notes_record::questions::{Open, Part, Reading, Segment};
use liner_notes_record::search::Asked;
use liner_notes_record::search::texts::{Builder, Texts};
use liner_notes_record::{Dial, Level, Shown, packed};
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// How many paragraphs of a group the search page shows at most, with marks.
const MOST: usize = 30;

/// Texts as the desk makes them ready and looks things up in them.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Engine {
    review: &'static Review,
    builder: Option<Builder<'static>>,
    texts: Option<Texts<'static>>,
    /// The paragraphs of each text, where they are kept to be shown.
    kept: Vec<Vec<String>>,
}

#[wasm_bindgen]
impl Engine {
    /// Knows the names of a packed record.
    ///
    /// # Errors
    /// When it is damaged; in words.
    #[wasm_bindgen(constructor)]
    pub fn open(record: &[u8]) -> Result<Engine, String> {
        let record = packed::unpack(record).map_err(|damaged| damaged.to_string())?;
        let shown = Shown::new(Box::leak(Box::new(record)), Dial::All);
        let review = shown.reviews().first().ok_or("the record has no review")?;
        Ok(Self { review, builder: Some(Builder::new(shown)), texts: None, kept: Vec::new() })
    }

    /// Takes in a text, whose paragraphs are its lines. Its words are kept only to be shown.
    pub fn add(&mut self, text: &str, is_shown: bool) {
        let open = |(number, words): (u16, &str)| {
            let segments = vec![Segment { text: words.to_owned(), passages: Vec::new() }];
            Part::Open(Open { paragraph: number, level: Level::Premise, passages: Vec::new(), segments })
        };
        let reading = Reading { review: self.review, parts: (1..).zip(text.lines()).map(open).collect() };
        if let Some(builder) = &mut self.builder {
            builder.add(&reading);
        }
        if is_shown {
            self.kept.push(text.lines().map(str::to_owned).collect());
        }
    }

    /// Makes ready what was taken in.
    pub fn finish(&mut self) {
        self.texts = self.builder.take().map(Builder::finish);
    }

    /// How many paragraphs fit.
    #[must_use]
    pub fn find(&self, typed: &str) -> usize {
        self.texts.as_ref().map_or(0, |texts| texts.find(&Asked::read(typed)).len())
    }

    /// How many pieces there are of what the search page shows of them.
    #[must_use]
    pub fn show(&self, typed: &str) -> usize {
        let Some(texts) = &self.texts else { return 0 };
        let asked = Asked::read(typed);
        let hits = texts.find(&asked);
        let best = hits.iter().take(MOST);
        let words: Vec<String> = best.map(|hit| self.kept[hit.text][usize::from(hit.paragraph) - 1].clone()).collect();
        texts.marked(&asked, &words).iter().map(|marked| marked.pieces.len()).sum()
    }
}
