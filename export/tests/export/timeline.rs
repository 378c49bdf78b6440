//! The moments as CSV.

use liner_notes_export::timeline::csv;
use liner_notes_record::Shown;
use liner_notes_record::model::Review;
use liner_notes_record::questions::timeline;

use super::records::{all_shown, reviews};
use super::tables::read;

/// The table that must be read back.
pub(crate) fn expected(shown: Shown<'_>, reviews: &[&Review]) -> Vec<Vec<String>> {
    let mut head: Vec<String> = ["phase", "moment", "title", "anywhere", "after", "before"].map(str::to_owned).into();
    head.extend(reviews.iter().flat_map(|review| [review.label.clone(), format!("{}: rank", review.label)]));
    head.extend(["spoilers", "edition"].map(str::to_owned));
    let timeline = timeline(shown);
    let mut table = vec![head];
    for span in &timeline.phases {
        for index in span.first..=span.last {
            let place = &timeline.places[index];
            let mut line = vec![span.phase.name.clone(), place.number.to_string(), place.moment.title.clone()];
            // What the screen says of a place: "somewhere between 2 and 5".
            let ends = |(after, before): (usize, usize)| {
                let is_open = before <= index || timeline.goes_on && before + 1 == timeline.places.len();
                [(after < index).then_some(after + 1), (!is_open).then_some(before + 1)]
            };
            line.push(if place.bracket.is_some() { "yes" } else { "no" }.to_owned());
            let ends = place.bracket.map_or([None, None], ends);
            line.extend(ends.map(|end| end.map_or_else(String::new, |number| number.to_string())));
            for review in reviews {
                let head = timeline.reviews.iter().zip(&place.heads).find(|(line, _)| line.id == review.id).unwrap().1;
                line.extend(match head {
                    None => [String::new(), String::new()],
                    Some(head) if head.alludes() => ["alludes to it".to_owned(), head.rank.to_string()],
                    Some(head) => ["tells it".to_owned(), head.rank.to_string()],
                });
            }
            line.extend([shown.dial().words().to_owned(), shown.edition().version.clone()]);
            table.push(line);
        }
    }
    table
}

#[test]
fn the_moments_read_back_as_the_list_has_them() {
    for shown in all_shown() {
        let all = reviews(shown);
        let some: Vec<&Review> = all.iter().rev().take(2).copied().collect();
        for reviews in [all, some] {
            let file = csv(shown, &reviews);
            assert_eq!(file.name, format!("{}-timeline.csv", shown.work().id));
            assert_eq!(read(&file.text), expected(shown, &reviews));
        }
    }
}
