//! The heads on the wide score, in either order, and the sign of the chosen moment.
//!
//! A head is one element in both orders: only its `transform` changes, which the style sheet lets glide.

use liner_notes_record::questions::{Head, Place, Timeline};
use yew::prelude::*;

use super::choices::Order;
use super::geometry::Staff;
use super::score::unit;
use crate::markup::html;

/// What the heads depend on.
pub(super) struct Scene<'s> {
    /// What the score holds.
    pub(super) timeline: &'s Timeline<'static>,
    /// Its measures, in story order.
    pub(super) staff: &'s Staff,
    /// Its measures in the order it is in.
    pub(super) spread: &'s Staff,
    /// The order of its heads.
    pub(super) order: Order,
    /// The index of the chosen moment; one that there is not, where none is.
    pub(super) chosen: usize,
}

impl Scene<'_> {
    /// Where a head of the moment of that index stands.
    fn x(&self, index: usize, head: &Head<'_>) -> f64 {
        match self.order {
            Order::Story => self.staff.story(index),
            Order::Told => self.staff.told(head.rank),
        }
    }
}

/// The chosen moment's signs, then every chord.
pub(super) fn chords(scene: &Scene<'_>, choose: &Callback<usize>) -> Html {
    html! {
        <>
            { frame(scene) }
            { join(scene) }
            for (index, place) in scene.timeline.places.iter().enumerate() {
                { chord(scene, index, place, choose) }
            }
        </>
    }
}

/// The heads of a place, each with the index of its line.
fn heads<'p>(place: &'p Place<'static>) -> impl Iterator<Item = (usize, &'p Head<'static>)> {
    let heads = place.heads.iter().enumerate();
    heads.filter_map(|(line, head)| Some((line, head.as_ref()?)))
}

fn chord(scene: &Scene<'_>, index: usize, place: &Place<'static>, choose: &Callback<usize>) -> Html {
    let staff = scene.staff;
    let is_chosen = index == scene.chosen;
    let onclick = choose.reform(move |_: MouseEvent| index);
    let (top, bottom) = staff.bar();
    let (rx, ry) = staff.head();
    let lines: Vec<usize> = heads(place).map(|(line, _)| line).collect();
    let stem = lines.first().zip(lines.last()).map(|(first, last)| {
        let x = unit(staff.story(index) + rx - 1.0);
        let (y1, y2) = (unit(staff.stem(staff.line(*first))), unit(staff.line(*last) - 1.0));
        html! { <line class="stem of-story" x1={x.clone()} x2={x} {y1} {y2} /> }
    });
    let slot = staff.slot().min(staff.rank_slot());
    let head = |(line, head): (usize, &Head<'static>)| {
        let review = scene.timeline.reviews[line];
        let at = format!("translate({} {})", unit(scene.x(index, head)), unit(scene.spread.line(line)));
        html! {
            <g
                key={review.id.as_str()}
                class={if head.alludes() { "head is-open" } else { "head" }}
                data-review={review.number.to_string()}
                transform={at}
            >
                <rect
                    class="hit"
                    x={unit(-slot / 2.0)}
                    y={unit(-staff.gap / 2.0)}
                    width={unit(slot)}
                    height={unit(staff.gap)}
                />
                <ellipse class="note" rx={unit(rx)} ry={unit(ry)} />
                <text class="head-number">{ place.number }</text>
            </g>
        }
    };
    html! {
        <g
            key={place.moment.id.as_str()}
            class={if is_chosen { "chord is-chosen" } else { "chord" }}
            data-moment={place.moment.id.to_string()}
            {onclick}
        >
            <rect
                class="hit of-story"
                x={unit(staff.bar_at(index))}
                y={unit(top - 12.0)}
                width={unit(staff.slot())}
                height={unit(bottom - top + 12.0 + 30.0)}
            />
            { stem.unwrap_or_default() }
            for one in heads(place) {
                { head(one) }
            }
        </g>
    }
}

/// In story order the chosen chord stands in a frame.
fn frame(scene: &Scene<'_>) -> Html {
    let staff = scene.staff;
    let (top, bottom) = staff.bar();
    let width = (staff.slot() - 4.0).min(56.0);
    html! {
        <rect
            key="frame"
            class="chosen-frame of-story"
            transform={format!("translate({} 0)", unit(staff.story(scene.chosen)))}
            x={unit(-width / 2.0)}
            y={unit(top)}
            width={unit(width)}
            height={unit(bottom - top)}
            rx="8"
        />
    }
}

/// In telling order a line joins the chosen moment's heads across the staff.
fn join(scene: &Scene<'_>) -> Html {
    let staff = scene.spread;
    let point =
        |(line, head): (usize, &Head<'static>)| format!("{},{}", unit(staff.told(head.rank)), unit(staff.line(line)));
    let chosen = scene.timeline.places.get(scene.chosen);
    let points: Vec<String> = chosen.into_iter().flat_map(heads).map(point).collect();
    html! { <polyline key="join" class="join of-telling" points={points.join(" ")} /> }
}
