//! The record as documents, and what is found in it, best first.

use std::ops::Range;

use super::asked::{Asked, Filter, goes_by};
use super::index::{Builder, Index};
use super::marks::{Marked, Marker};
use super::names::{Names, mark, plain};
use super::words::words;
use crate::model::{Claim, Mention, Moment, RelatedWork, Review, Telling, Topic, Who};
use crate::questions::{Status, ordered, row};
use crate::value::{Stance, Value};
use crate::{Level, Shown};

/// What a word of a name or a title weighs: people look things up by what they are called.
const NAME: u8 = 12;

/// What a word of an answer weighs, or of another form of a name.
const ANSWER: u8 = 6;

/// What a word of a sentence weighs.
const TEXT: u8 = 3;

/// What a word weighs that stands near: the topic of a claim, the group of a topic.
const AROUND: u8 = 1;

/// What somebody who is meant weighs, in a document that is theirs or names them.
const MEANT: u8 = NAME;

/// What a document counts whose whole name or title is what was typed, of one that only holds the words.
const WHOLE: f32 = 2.0;

/// Something of the record that can be found.
#[derive(Clone, Debug, PartialEq)]
pub enum Thing<'r> {
    /// Somebody's card: a character's or a person's.
    Card(Who),
    /// A topic, and so its row.
    Topic(&'r Topic),
    /// What one review answers to a topic.
    Claim(&'r Claim),
    /// A moment of the story.
    Moment(&'r Moment),
    /// What one review tells of a moment.
    Telling(&'r Telling),
    /// A review.
    Review(&'r Review),
    /// Another title that reviews name, where it is first named.
    Related(&'r Mention),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'d, 'r> {
    /// What it is.
    pub thing: &'d Thing<'r>,
    /// What it goes by.
    pub name: &'d str,
    /// What is said of it, or in it.
    pub text: &'d str,
    /// How well it fits; only to be held against others of the same search.
    pub score: f32,
}

/// One thing as it is searched.
#[derive(Clone, Debug)]
struct Document<'r> {
    thing: Thing<'r>,
    name: String,
    text: String,
    /// The reviews that say it.
    reviews: Vec<&'r Review>,
    status: Option<Status>,
    level: Level,
    stance: Option<Stance>,
}

/// The record at one stop of the dial, made ready to be searched.
#[derive(Debug)]
pub struct Search<'r> {
    documents: Vec<Document<'r>>,
    index: Index,
    names: Names,
}

impl<'r> Search<'r> {
    /// Makes everything that is shown ready; what the dial hides is in no document.
    #[must_use]
    pub fn over(shown: Shown<'r>) -> Self {
        let mut gathered = Gathered { names: Names::of(shown), documents: Vec::new(), index: Builder::default() };
        gathered.cards(shown);
        gathered.topics(shown);
        gathered.moments(shown);
        gathered.reviews(shown);
        gathered.related(shown);
        Self { documents: gathered.documents, index: gathered.index.finish(), names: gathered.names }
    }

    /// What fits everything that was asked, best first; what fits alike, in the order of the record. Nothing, where
    /// nothing was asked.
    #[must_use]
    pub fn find(&self, asked: &Asked) -> Vec<Hit<'_, 'r>> {
        if asked.is_empty() {
            return Vec::new();
        }
        let scores = self.index.scores(&self.names.terms(asked));
        let typed: Vec<&str> = asked.words.iter().map(String::as_str).collect();
        let meant = self.names.longest(&typed).filter(|named| named.length == typed.len());
        let meant = meant.map_or(&[][..], |named| named.who);
        let typed = typed.concat();
        let mut hits: Vec<Hit<'_, 'r>> = Vec::new();
        for (document, score) in self.documents.iter().zip(scores) {
            let Some(score) = score.filter(|_| document.passes(asked)) else { continue };
            let score = if document.is_called(&typed, meant) { score * WHOLE } else { score };
            hits.push(Hit { thing: &document.thing, name: &document.name, text: &document.text, score });
        }
        // No score is negative, and the bits of such numbers are in their order.
        ordered(hits, |hit| u64::MAX - u64::from(hit.score.to_bits()))
    }

    /// Where in a text stands what was asked, in bytes: in order, none touching another.
    #[must_use]
    pub fn places(&self, asked: &Asked, text: &str) -> Vec<Range<usize>> {
        Marker::new(asked, &self.names).places(text)
    }

    /// The name and the text of a hit with marks on what was asked, the text as much of it as shows them.
    #[must_use]
    pub fn marked(&self, asked: &Asked, hits: &[Hit<'_, '_>]) -> Vec<(Marked, Marked)> {
        let marker = Marker::new(asked, &self.names);
        hits.iter().map(|hit| (marker.whole(hit.name), marker.part(hit.text))).collect()
    }
}

impl Document<'_> {
    /// Whether that is its whole name or title, or that of whoever is meant. What reviews say has none of its own.
    fn is_called(&self, typed: &str, meant: &[Who]) -> bool {
        match &self.thing {
            Thing::Card(who) => meant.contains(who),
            Thing::Claim(_) | Thing::Telling(_) => false,
            Thing::Topic(_) | Thing::Moment(_) | Thing::Review(_) | Thing::Related(_) => {
                !typed.is_empty() && plain(&words(&self.name)).concat() == typed
            }
        }
    }

    fn passes(&self, asked: &Asked) -> bool {
        asked.filters.iter().all(|filter| self.fits(filter)) && asked.phrases.iter().all(|phrase| self.has(phrase))
    }

    fn fits(&self, filter: &Filter) -> bool {
        match filter {
            Filter::Review(review) => self.reviews.iter().any(|own| goes_by(own, review)),
            Filter::Status(status) => self.status.is_some_and(|own| own.token().starts_with(status.as_str())),
            Filter::Level(level) => self.level.words() == level,
            Filter::Is(stance) => {
                self.stance.is_some_and(|own| own.token().split('-').any(|part| part.starts_with(stance.as_str())))
            }
        }
    }

    /// Whether those words stand in it one after the other.
    fn has(&self, phrase: &[String]) -> bool {
        [&self.name, &self.text].into_iter().any(|text| {
            let words = words(text);
            plain(&words).windows(phrase.len()).any(|there| there.iter().eq(phrase.iter()))
        })
    }
}

/// Documents as they come together.
struct Gathered<'r> {
    names: Names,
    documents: Vec<Document<'r>>,
    index: Builder,
}

/// Keeps each word once, in order, with the most that it weighs.
fn keep(entries: &mut Vec<(String, u8)>, word: String, weight: u8) {
    match entries.binary_search_by(|(other, _)| other.cmp(&word)) {
        Ok(place) => entries[place].1 = entries[place].1.max(weight),
        Err(place) => entries.insert(place, (word, weight)),
    }
}

impl<'r> Gathered<'r> {
    /// Takes a document in: its texts, each with what a word of it weighs, and whom it is about.
    fn add(&mut self, document: Document<'r>, texts: &[(&str, u8)], about: &[&Who]) {
        let mut entries = Vec::new();
        about.iter().for_each(|who| keep(&mut entries, mark(who), MEANT));
        for (text, weight) in texts {
            let words = words(text);
            let plain = plain(&words);
            let named = self.names.named_in(&plain, |place| self.names.may_begin(plain[place]));
            named.iter().for_each(|who| keep(&mut entries, mark(who), *weight));
            words.into_iter().for_each(|word| keep(&mut entries, word.folded, *weight));
        }
        self.index.add(entries.iter().map(|(word, weight)| (word.as_str(), *weight)));
        self.documents.push(document);
    }

    fn cards(&mut self, shown: Shown<'r>) {
        let characters = shown
            .characters()
            .map(|one| (Who::Character(one.id.clone()), &one.name, &one.native, one.level, "character"));
        let people = shown
            .people()
            .map(|one| (Who::Person(one.id.clone()), &one.name, &one.native, one.level, one.role.words()));
        for (who, name, native, level, role) in characters.chain(people) {
            let mut forms: Vec<&str> = Vec::new();
            for spelling in shown.spellings().filter(|spelling| spelling.of == who) {
                if !forms.contains(&spelling.text.as_str()) {
                    forms.push(&spelling.text);
                }
            }
            let text = forms.join(" · ");
            let native = native.as_deref().unwrap_or_default();
            let texts = [(name.as_str(), NAME), (native, NAME), (text.as_str(), ANSWER), (role, TEXT)];
            let document = Document { text: text.clone(), ..document(Thing::Card(who.clone()), name, level) };
            self.add(document, &texts, &[&who]);
        }
    }

    fn topics(&mut self, shown: Shown<'r>) {
        let reviews: Vec<&Review> = shown.reviews().iter().collect();
        for topic in shown.topics() {
            let row = row(shown, topic, &reviews);
            let group = shown.groups().find(|group| group.id == topic.group).map_or("", |group| group.name.as_str());
            let about: Vec<&Who> = topic.about.iter().collect();
            let own = Document {
                text: topic.question.clone(),
                status: Some(row.status),
                ..document(Thing::Topic(topic), &topic.title, topic.level)
            };
            let texts = [
                (topic.title.as_str(), NAME),
                (topic.question.as_str(), TEXT),
                (group, AROUND),
                (row.status.words(), AROUND),
            ];
            self.add(own, &texts, &about);
            for answer in row.cells.iter().flat_map(|cell| &cell.answers) {
                let claim = answer.claim;
                let words = answer.words.as_deref().unwrap_or_default();
                let review = shown.review(&claim.review);
                let stance = if let Value::Stance(stance) = claim.value { Some(stance) } else { None };
                let own = Document {
                    text: claim.text.clone(),
                    reviews: review.into_iter().collect(),
                    status: Some(row.status),
                    stance,
                    ..document(Thing::Claim(claim), answer.in_short(), claim.level)
                };
                let label = review.map_or("", |review| review.label.as_str());
                let texts =
                    [(words, ANSWER), (claim.text.as_str(), TEXT), (topic.title.as_str(), AROUND), (label, AROUND)];
                self.add(own, &texts, &[]);
            }
        }
    }

    fn moments(&mut self, shown: Shown<'r>) {
        for moment in shown.moments() {
            let own = document(Thing::Moment(moment), &moment.title, moment.level);
            let characters: Vec<Who> = moment.characters.iter().cloned().map(Who::Character).collect();
            let characters: Vec<&Who> = characters.iter().filter(|who| shown.name_of(who).is_some()).collect();
            // Who plays a part in it is not what it is called.
            let mut texts = vec![(moment.title.as_str(), NAME)];
            texts.extend(characters.iter().filter_map(|who| shown.name_of(who)).map(|name| (name, AROUND)));
            self.add(own, &texts, &[]);
            for telling in shown.tellings().filter(|telling| telling.moment == moment.id) {
                let review = shown.review(&telling.review);
                let own = Document {
                    text: telling.text.clone(),
                    reviews: review.into_iter().collect(),
                    ..document(Thing::Telling(telling), &moment.title, telling.level)
                };
                let label = review.map_or("", |review| review.label.as_str());
                self.add(own, &[(telling.text.as_str(), TEXT), (moment.title.as_str(), AROUND), (label, AROUND)], &[]);
            }
        }
    }

    fn reviews(&mut self, shown: Shown<'r>) {
        for review in shown.reviews() {
            let text: Vec<&str> =
                [&review.title, &review.author, &review.publisher].into_iter().flatten().map(String::as_str).collect();
            let text = text.join(" · ");
            let own = Document {
                text: text.clone(),
                reviews: vec![review],
                ..document(Thing::Review(review), &review.label, Level::Premise)
            };
            self.add(own, &[(review.label.as_str(), NAME), (text.as_str(), ANSWER), (review.id.as_str(), ANSWER)], &[]);
        }
    }

    fn related(&mut self, shown: Shown<'r>) {
        let mut named: Vec<&RelatedWork> = Vec::new();
        for mention in shown.mentions() {
            let Some(work) = shown.related(&mention.work).filter(|work| !named.contains(work)) else { continue };
            named.push(work);
            let all: Vec<_> = shown.mentions().filter(|mention| mention.work == work.id).collect();
            let why: Vec<&str> = all.iter().map(|mention| mention.why.as_str()).collect();
            let titles: Vec<&str> = all.iter().map(|mention| mention.title.as_str()).collect();
            let (why, titles) = (why.join(" "), titles.join(" · "));
            let level = all.iter().map(|mention| mention.level).min().unwrap_or_default();
            let reviews = all.iter().filter_map(|mention| shown.review(&mention.review)).collect();
            let own = Document { text: why.clone(), reviews, ..document(Thing::Related(mention), &work.title, level) };
            self.add(own, &[(work.title.as_str(), NAME), (titles.as_str(), NAME), (why.as_str(), TEXT)], &[]);
        }
    }
}

/// A document with nothing but what it is, its name and its level.
fn document<'r>(thing: Thing<'r>, name: &str, level: Level) -> Document<'r> {
    Document {
        thing,
        name: name.to_owned(),
        text: String::new(),
        reviews: Vec::new(),
        status: None,
        level,
        stance: None,
    }
}
