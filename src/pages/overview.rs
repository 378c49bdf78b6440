//! Overview: what the work is, whom it suits, what they thought, where they differ and agree.

mod digests;
mod hero;
mod matrix;
mod suits;

use liner_notes_record::questions::{Status, overview};
use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::go::Go;
use crate::reader::use_reader;
use digests::Digests;
use hero::Hero;
use matrix::Matrix;
use suits::Suits;

/// The page.
#[component]
pub(crate) fn Overview() -> Html {
    let reader = use_reader();
    let shown = reader.shown();
    let overview = overview(shown);
    let differ = [overview.differ, overview.close].concat();
    html! {
        <div class="overview">
            <Hero {shown} headline={overview.headline} premise={overview.premise} />
            <div class="overview-columns">
                <Matrix reviews={shown.reviews()} rows={overview.opinions} />
                <Digests title="Where they differ" digests={differ} statuses={vec![Status::Differ, Status::Close]} />
                <Digests title="Where they agree" digests={overview.agree} statuses={vec![Status::Agree]} />
            </div>
            <Suits suits={overview.suits} suits_not={overview.suits_not} />
            <Digests title="What only one says" digests={overview.only_one} statuses={vec![Status::OnlyOne]} wide=true />
            <nav class="ways-on" aria-label="Ways on">
                <Go class="button" to={Address::of(Place::Reviews)}>{ "The reviews one by one" }</Go>
            </nav>
        </div>
    }
}
