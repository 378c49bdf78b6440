//! Checks of the reviews' own files: what each is, says, tells, spells, names and gets wrong.

use std::collections::HashSet;

use toml::Spanned;

use super::check::{Desk, keep, listed};
use super::files::{ClaimTable, File, RawValue, ReviewFile, TellingTable};
use super::problem::Problem;
use crate::Level;
use crate::model::{
    Claim, Kind, Locator, Mention, Moment, Person, Record, RelatedWork, Review, ReviewId, Slip, SlipId, Spelling,
    Telling, Topic,
};
use crate::value::{Quantity, Value};

/// How many reviews the views are drawn for.
const MOST_REVIEWS: usize = 8;

pub(super) fn check_reviews(files: &[File<ReviewFile>], record: &mut Record, problems: &mut Vec<Problem>) {
    let mut taken = HashSet::new();
    let mut slips_taken = HashSet::new();
    let mut numbered: Vec<(&File<ReviewFile>, Review)> = Vec::new();
    for file in files {
        let desk = Desk::new(file);
        if let Some(review) = review(&desk, &mut taken, problems) {
            numbered.push((file, review));
        }
    }
    numbered.sort_by_key(|(_, review)| review.number);
    for (expected, (file, review)) in (1..).zip(&numbered) {
        if review.number != expected {
            let what = format!("reviews are numbered 1 to n without a gap; this should be {expected}");
            problems.push(Desk::new(file).problem(&file.content.number.span(), what));
        }
    }
    if let Some((file, _)) = numbered.get(MOST_REVIEWS) {
        let what = format!("a collection has at most {MOST_REVIEWS} reviews; take one out");
        problems.push(Desk::new(file).problem(&file.content.id.span(), what));
    }
    for (file, review) in numbered {
        Voice { desk: Desk::new(file), review: &review }.check(record, &mut slips_taken, problems);
        record.reviews.push(review);
    }
}

fn review(desk: &Desk<'_, ReviewFile>, taken: &mut HashSet<String>, problems: &mut Vec<Problem>) -> Option<Review> {
    let content = desk.content();
    let id = keep(desk.new_id(&content.id, Level::Premise, 'r', taken), problems)?;
    let mut date = None;
    if let Some(words) = &content.date {
        date = keep(desk.parse(words), problems);
    }
    let mut rating = None;
    if let Some(words) = &content.rating {
        rating = keep(desk.parse(words), problems);
    }
    let address = content.address.as_ref().and_then(|address| keep(desk.parse(address), problems));
    let sha256 = content.sha256.get_ref();
    if sha256.len() != 64 || !sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        problems.push(desk.problem(
            &content.sha256.span(),
            "a SHA-256 has 64 hexadecimal digits; take the line out, and `cargo xtask locate --fill` enters it",
        ));
    }
    if content.paragraphs.get_ref().is_empty() {
        problems.push(desk.problem(
            &content.paragraphs.span(),
            "a review has at least one paragraph; take the line out, and `cargo xtask locate --fill` enters it",
        ));
    }
    Some(Review {
        id: ReviewId::new(&id),
        number: *content.number.get_ref(),
        label: content.label.clone(),
        publisher: content.publisher.clone(),
        title: content.title.clone(),
        author: content.author.clone(),
        date,
        address,
        rating,
        spoilers: content.spoilers,
        spoiler_note: content.spoiler_note.clone(),
        note: content.note.clone(),
        paragraphs: content.paragraphs.get_ref().clone(),
        words: content.words,
        sha256: sha256.to_ascii_lowercase(),
    })
}

/// One review's file, read against the shared ones.
struct Voice<'f> {
    desk: Desk<'f, ReviewFile>,
    review: &'f Review,
}

impl Voice<'_> {
    fn check(&self, record: &mut Record, slips_taken: &mut HashSet<String>, problems: &mut Vec<Problem>) {
        let content = self.desk.content();
        for table in &content.slips {
            let id = keep(self.desk.new_id(&table.id, table.level, 's', slips_taken), problems);
            let at = self.locators(&table.at, table.text.span(), problems);
            if let Some(id) = id {
                let (review, text) = (self.review.id.clone(), table.text.get_ref().clone());
                record.slips.push(Slip { id: SlipId::new(&id), review, text, level: table.level, at });
            }
        }
        for table in &content.claims {
            if let Some(claim) = self.claim(table, record, problems) {
                self.check_answer(table, &claim, record, problems);
                record.claims.push(claim);
            }
        }
        for table in &content.tellings {
            if let Some(telling) = self.telling(table, record, problems) {
                record.tellings.push(telling);
            }
        }
        let mut forms = HashSet::new();
        for table in &content.spellings {
            let at = self.locators(&table.at, table.text.span(), problems);
            let Some((of, _)) = keep(self.desk.resolve_who(&table.of, record), problems) else {
                continue;
            };
            let text = table.text.get_ref().clone();
            if !forms.insert((of.clone(), text.clone())) {
                let what = format!("`{text}` is listed twice; give all its places in one entry");
                problems.push(self.desk.problem(&table.text.span(), what));
            }
            record.spellings.push(Spelling { of, review: self.review.id.clone(), text, level: table.level, at });
        }
        for table in &content.mentions {
            let at = self.locators(&table.at, table.why.span(), problems);
            let works = &record.related;
            let work =
                keep(self.desk.resolve(&table.work, "title", works, |one: &RelatedWork| one.id.as_str()), problems);
            let person = table.person.as_ref().and_then(|reference| {
                keep(self.desk.resolve(reference, "person", &record.people, |one: &Person| one.id.as_str()), problems)
            });
            if let Some(work) = work {
                let mention = Mention {
                    review: self.review.id.clone(),
                    work: work.id.clone(),
                    title: table.title.clone(),
                    why: table.why.get_ref().clone(),
                    person: person.map(|person| person.id.clone()),
                    level: table.level,
                    at,
                };
                record.mentions.push(mention);
            }
        }
    }

    fn claim(&self, table: &ClaimTable, record: &Record, problems: &mut Vec<Problem>) -> Option<Claim> {
        let at = self.locators(&table.at, table.topic.span(), problems);
        let found = self.desk.resolve(&table.topic, "topic", &record.topics, |topic: &Topic| topic.id.as_str());
        let topic = keep(found, problems)?;
        let level = self.level(table.level.as_ref(), topic.level, problems);
        let value = keep(self.value(table, &topic.kind), problems)?;
        let slip = table.slip.as_ref().and_then(|reference| {
            let own = record.slips.iter().filter(|slip| slip.review == self.review.id);
            keep(self.desk.resolve(reference, "slip of this review", own, |slip: &Slip| slip.id.as_str()), problems)
        });
        if let (Some(slip), Some(reference)) = (slip, &table.slip)
            && slip.level > level
        {
            let what = format!(
                "`{}` is above this claim, which cannot be told without it; raise the claim's `level`",
                slip.id
            );
            problems.push(self.desk.problem(&reference.span(), what));
        }
        Some(Claim {
            review: self.review.id.clone(),
            topic: topic.id.clone(),
            answer: table.answer.as_ref().map_or(1, |answer| *answer.get_ref()),
            value,
            says: table.says.clone(),
            text: table.text.get_ref().clone(),
            implied: table.implied,
            level,
            slip: slip.map(|slip| slip.id.clone()),
            at,
        })
    }

    /// A review's answers to one topic are told apart by number. What gives less away has the lower one: a number that
    /// skipped a hidden answer would tell of it.
    fn check_answer(&self, table: &ClaimTable, claim: &Claim, record: &Record, problems: &mut Vec<Problem>) {
        let is_out_of_order = |one: &Claim, other: &Claim| one.level < other.level && one.answer > other.answer;
        let own = |other: &&Claim| other.review == claim.review && other.topic == claim.topic;
        let others: Vec<&Claim> = record.claims.iter().filter(own).collect();
        let span = table.answer.as_ref().map_or(table.topic.span(), Spanned::span);
        if claim.answer == 0 {
            problems.push(self.desk.problem(&span, "answers are counted from 1; take the `answer` out of the first"));
        } else if others.iter().any(|other| other.answer == claim.answer) {
            let free = others.iter().map(|other| other.answer).max().unwrap_or(0).saturating_add(1);
            let what =
                format!("this review answers `{}` already; tell the two apart with `answer = {free}`", claim.topic);
            problems.push(self.desk.problem(&span, what));
        } else if others.iter().any(|other| is_out_of_order(other, claim) || is_out_of_order(claim, other)) {
            let what = "of a review’s answers to one topic the one that gives less away has the lower `answer`; swap their numbers";
            problems.push(self.desk.problem(&span, what));
        }
    }

    fn telling(&self, table: &TellingTable, record: &Record, problems: &mut Vec<Problem>) -> Option<Telling> {
        let at = self.locators(&table.at, table.moment.span(), problems);
        let found = self.desk.resolve(&table.moment, "moment", &record.moments, |moment: &Moment| moment.id.as_str());
        let moment = keep(found, problems)?;
        Some(Telling {
            moment: moment.id.clone(),
            review: self.review.id.clone(),
            text: table.text.get_ref().clone(),
            alludes: table.alludes,
            level: self.level(table.level.as_ref(), moment.level, problems),
            at,
        })
    }

    /// A level of its own, which is never below what it belongs to.
    fn level(&self, own: Option<&Spanned<Level>>, least: Level, problems: &mut Vec<Problem>) -> Level {
        let Some(own) = own else { return least };
        if *own.get_ref() < least {
            let what = "gives away less than what it belongs to; take this `level` out, or lower that one";
            problems.push(self.desk.problem(&own.span(), what));
        }
        least.max(*own.get_ref())
    }

    fn value(&self, table: &ClaimTable, kind: &Kind) -> Result<Value, Problem> {
        let refuse = |span: std::ops::Range<usize>, what: String| self.desk.problem(&span, what);
        let Some(raw) = &table.value else {
            return match kind {
                Kind::Text => Ok(Value::Text),
                _ => {
                    Err(refuse(table.topic.span(), format!("an answer to `{}` needs a `value`", table.topic.get_ref())))
                }
            };
        };
        let span = raw.span();
        let words = match (raw.get_ref(), kind) {
            (RawValue::List(list), Kind::Set) => {
                let mut words: Vec<String> = list.iter().map(|word| word.trim().to_lowercase()).collect();
                words.sort();
                words.dedup();
                let empty = words.is_empty() || words.iter().any(String::is_empty);
                return if empty {
                    Err(refuse(span, "a set holds at least one word".into()))
                } else {
                    Ok(Value::Set(words))
                };
            }
            (RawValue::List(_), _) => {
                return Err(refuse(span, "only a set takes a list; write one value".into()));
            }
            (RawValue::Words(_), Kind::Set) => {
                return Err(refuse(span, "a set takes a list, such as [\"romance\", \"music\"]".into()));
            }
            (RawValue::Words(words), _) => words.trim(),
        };
        let wrong = |what: String| refuse(span.clone(), what);
        match kind {
            Kind::Quantity(unit) => {
                let quantity: Quantity = words.parse().map_err(wrong)?;
                if !quantity.unit().is_comparable_to(unit) {
                    let what = format!("`{words}` counts {}, but the topic counts {unit}", quantity.unit());
                    return Err(refuse(span, what));
                }
                Ok(Value::Quantity(quantity))
            }
            Kind::Date => words.parse().map(Value::Date).map_err(wrong),
            Kind::Name if words.is_empty() => {
                Err(refuse(span, "a name is not empty; write it as the review does".into()))
            }
            Kind::Name => Ok(Value::Name(words.to_owned())),
            Kind::Stance => words.parse().map(Value::Stance).map_err(wrong),
            Kind::Rating => words.parse().map(Value::Rating).map_err(wrong),
            Kind::Choice(positions) => {
                let found = positions.iter().find(|position| position.id.as_str() == words);
                let ids: Vec<_> = positions.iter().map(|position| &position.id).collect();
                let what = || format!("`{words}` is not a position of this topic; it lists {}", listed(&ids));
                found.map(|position| Value::Choice(position.id.clone())).ok_or_else(|| refuse(span.clone(), what()))
            }
            Kind::Text | Kind::Set => Err(refuse(span, "a text has no `value`; its `text` is all it says".into())),
        }
    }

    /// At least one place, each inside its paragraph. `whose` is where to point when there is none.
    fn locators(
        &self,
        at: &[Spanned<String>],
        whose: std::ops::Range<usize>,
        problems: &mut Vec<Problem>,
    ) -> Vec<Locator> {
        if at.is_empty() {
            problems.push(self.desk.problem(&whose, "has no place in the text; make one with `cargo xtask locate`"));
        }
        let mut places = Vec::new();
        for words in at {
            if let Some(locator) = keep(self.locator(words), problems) {
                places.push(locator);
            }
        }
        places
    }

    fn locator(&self, words: &Spanned<String>) -> Result<Locator, Problem> {
        let locator: Locator = self.desk.parse(words)?;
        let Locator { paragraph, start, length, .. } = locator;
        let paragraphs = &self.review.paragraphs;
        let refuse = |what: String| self.desk.problem(&words.span(), what);
        let longest = usize::from(paragraph).checked_sub(1).and_then(|index| paragraphs.get(index));
        let Some(&longest) = longest else {
            let what = format!(
                "this review has paragraphs 1 to {}, none with the number {paragraph}; make it anew with `cargo xtask locate`",
                paragraphs.len()
            );
            return Err(refuse(what));
        };
        let end = start.checked_add(length);
        if length == 0 || end.is_none_or(|end| end > longest) {
            let what = format!(
                "{start}+{length} is not a passage of paragraph {paragraph}, which has {longest} characters; make it anew with `cargo xtask locate`"
            );
            return Err(refuse(what));
        }
        Ok(locator)
    }
}
