//! Overview: what the work is, whom it suits, what they thought, where they differ and agree.

mod digests;
mod hero;
mod matrix;
mod suits;

use liner_notes_record::questions::{Status, overview};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::link::link_as;
use crate::components::notice::{notice, strange_keys};
use crate::markup::html;
use crate::reader::ReaderHandle;
use digests::{Digests, Width, digests};
use hero::hero;
use matrix::matrix;
use suits::suits;

/// In how many pieces the page is taken over, after its hero.
pub(super) const PIECES: usize = 2;

/// The page.
pub(super) fn page(reader: &ReaderHandle) -> Html {
    let (shown, form) = (reader.shown(), &reader.form);
    let overview = overview(shown);
    let differ = [overview.differ, overview.close].concat();
    let differ = Digests {
        title: "Where they differ",
        digests: &differ,
        statuses: &[Status::Differ, Status::Close],
        width: Width::Column,
    };
    let agree = Digests {
        title: "Where they agree",
        digests: &overview.agree,
        statuses: &[Status::Agree],
        width: Width::Column,
    };
    let only_one = Digests {
        title: "What only one says",
        digests: &overview.only_one,
        statuses: &[Status::OnlyOne],
        width: Width::Page,
    };
    // Two parts, of which the first one comes second.
    let waiting = reader.waiting(2, PIECES);
    html! {
        <div class="overview">
            { notice(reader, strange_keys(&reader.address.query, &[])) }
            { hero(form, shown, &overview.headline, &overview.premise) }
            <div class="overview-columns">
                if waiting == 0 {
                    { matrix(form, shown.reviews(), &overview.opinions) }
                    { digests(form, &differ) }
                    { digests(form, &agree) }
                }
            </div>
            if waiting < 2 {
                { suits(form, overview.suits.as_ref(), overview.suits_not.as_ref()) }
                { digests(form, &only_one) }
            }
            <nav class="ways-on" aria-label="Ways on">
                { link_as("button", form, &Address::of(Place::Reviews), "The reviews one by one") }
            </nav>
        </div>
    }
}
