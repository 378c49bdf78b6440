//! The attached texts as they are searched: made ready one after the other, so that whoever has many of them is answered
//! meanwhile, and told how far it is.
//!
//! There is one index at most, for the stop of the dial at which was searched last: of many texts it takes megabytes, and
//! the dial is seldom turned. It goes when texts come or go, and comes again when they are searched.

use std::cell::Cell;

use liner_notes::sheets::search::OwnTexts;
use liner_notes::sheets::shelf::{Attached, Shelf};
use liner_notes_record::model::Review;
use liner_notes_record::questions::reading;
use liner_notes_record::recognition::Recognised;
use liner_notes_record::search::texts::{Builder, Closing, Texts};
use liner_notes_record::{Dial, Record, Shown};

/// What there is of an index.
#[derive(Debug, Default)]
pub(crate) struct Indexed {
    /// The stop of the dial at which texts are looked up; nothing before anybody has.
    wanted: Cell<Option<Dial>>,
    stage: Option<(Dial, Stage)>,
}

#[derive(Debug)]
enum Stage {
    /// Those reviews' texts are taken in, one after the other.
    Begun(Builder<'static>, Vec<&'static Review>),
    /// So many are taken in, and the index is made of them.
    Closing(Closing<'static>, usize),
    Ready(Texts<'static>),
}

impl Indexed {
    /// The texts as they can be searched at a stop of the dial. If they are not ready, they will be:
    /// [`read_on`](Self::read_on) sees to it.
    pub(crate) fn at<'d>(&'d self, shown: Shown<'static>, shelf: &'d Shelf) -> OwnTexts<'d> {
        self.wanted.set(Some(shown.dial()));
        match &self.stage {
            Some((dial, Stage::Ready(texts))) if *dial == shown.dial() => OwnTexts::Ready(texts, shelf),
            Some((dial, Stage::Begun(builder, reviews))) if *dial == shown.dial() => {
                OwnTexts::Begun { taken: builder.texts(), of: reviews.len() }
            }
            Some((dial, Stage::Closing(_, of))) if *dial == shown.dial() => OwnTexts::Begun { taken: *of, of: *of },
            _ => match known(shown, shelf).count() {
                0 => OwnTexts::Nothing,
                of => OwnTexts::Begun { taken: 0, of },
            },
        }
    }

    /// Whether texts that somebody looks things up in are not ready yet.
    pub(crate) fn is_behind(&self, record: &'static Record, shelf: &Shelf) -> bool {
        self.wanted.get().is_some_and(|wanted| match &self.stage {
            Some((dial, stage)) if *dial == wanted => !matches!(stage, Stage::Ready(_)),
            _ => known(Shown::new(record, wanted), shelf).next().is_some(),
        })
    }

    /// Takes in one more text, or does some more of what makes them ready once all are taken in.
    pub(crate) fn read_on(&mut self, record: &'static Record, shelf: &Shelf) {
        let Some(wanted) = self.wanted.get() else { return };
        let shown = Shown::new(record, wanted);
        let stage = match self.stage.take() {
            Some((dial, stage)) if dial == wanted => stage,
            // What there was of another stop has gone before this is begun.
            _ => Stage::Begun(Builder::new(shown), known(shown, shelf).collect()),
        };
        let stage = match stage {
            Stage::Begun(mut builder, reviews) => match reviews.get(builder.texts()) {
                Some(review) => {
                    if let Some((Attached { text, .. }, Recognised { places, .. })) = shelf.text_of(&review.id) {
                        builder.add(&reading(shown, review, text, places));
                    }
                    Stage::Begun(builder, reviews)
                }
                None => Stage::Closing(builder.close(), reviews.len()),
            },
            Stage::Closing(mut closing, of) => match closing.read_on() {
                true => Stage::Closing(closing, of),
                false => Stage::Ready(closing.finish()),
            },
            ready => ready,
        };
        self.stage = Some((wanted, stage));
    }

    /// Lets go of everything: the texts are others now.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The reviews whose texts are on the shelf.
fn known(shown: Shown<'static>, shelf: &Shelf) -> impl Iterator<Item = &'static Review> {
    shown.reviews().iter().filter(|review| shelf.text_of(&review.id).is_some())
}
