//! What the signs mean: the page's key with what a picture must say besides, from left to right.

use liner_notes_record::questions::Timeline;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use super::super::choices::Order;
use super::super::key::key;
use super::super::score::unit;
use super::WIDTH;
use super::letters::{Face, width};
use super::stilled::stilled;
use crate::markup::html;

/// From sign to words, from there to the next sign, and from row to row.
const AFTER_SIGN: f64 = 9.0;
const AFTER_WORDS: f64 = 26.0;
const ROW: f64 = 24.0;

/// A sign and what it means.
struct Meaning {
    sign: Html,
    /// The sign's width; its height is 16.
    width: f64,
    words: String,
}

/// The key, with its height.
pub(super) fn meanings(order: Order, timeline: &Timeline<'static>) -> (Html, f64) {
    let face = Face::plain(14.0);
    let mut meanings = Vec::new();
    gather(&key(order, timeline), &mut meanings);
    meanings.extend(beneath(order));
    let (mut x, mut y) = (0.0, 0.0);
    let mut placed = Vec::new();
    for Meaning { sign, width: of_sign, words } in meanings {
        let before = if of_sign > 0.0 { of_sign + AFTER_SIGN } else { 0.0 };
        let wide = before + width(&words, &face);
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + ROW);
        }
        placed.push(html! {
            <g transform={format!("translate({} {})", unit(x), unit(y))}>
                { sign }
                <text class="meaning" x={unit(before)} y="13">{ words }</text>
            </g>
        });
        x += wide + AFTER_WORDS;
    }
    (html! { <g class="score-key">{ placed }</g> }, y + ROW)
}

/// What the numbers beneath the staff are.
fn beneath(order: Order) -> Option<Meaning> {
    let words = match order {
        Order::Story => "moments by their numbers, as listed below",
        // The axis itself says what its numbers are.
        Order::Told => return None,
    };
    let sign = html! { <text class="sample" x="0" y="12">{ "1 2 3" }</text> };
    Some(Meaning { sign, width: 32.0, words: words.to_owned() })
}

/// Reads the page's key: of each item the sign, where it has one, and its words. What is of the upright score is not of
/// this one.
fn gather(drawn: &Html, meanings: &mut Vec<Meaning>) {
    match drawn {
        VNode::VList(list) => list.iter().for_each(|one| gather(one, meanings)),
        VNode::VTag(tag) if tag.tag() != "li" => tag.children().into_iter().for_each(|one| gather(one, meanings)),
        VNode::VTag(tag) if attribute(tag, "class") != Some("for-upright") => {
            let mut meaning = Meaning { sign: Html::default(), width: 0.0, words: String::new() };
            tag.children().into_iter().for_each(|part| read(part, &mut meaning));
            meanings.push(meaning);
        }
        _ => {}
    }
}

fn read(part: &Html, meaning: &mut Meaning) {
    match part {
        VNode::VList(list) => list.iter().for_each(|one| read(one, meaning)),
        VNode::VText(text) => meaning.words.push_str(text.text.trim()),
        VNode::VTag(tag) => {
            let size = attribute(tag, "viewBox").and_then(|size| size.split(' ').nth(2)?.parse::<u16>().ok());
            // In the key notes are turned in either order.
            meaning.sign = stilled(part, Order::Story);
            meaning.width = size.unwrap_or_default().into();
        }
        _ => {}
    }
}

fn attribute<'t>(tag: &'t VTag, name: &str) -> Option<&'t str> {
    tag.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
}
