//! A visit to a site that is on the device.

use anyhow::{Result, ensure};

use super::release::Release;
use super::{WORKER, asked_for_files, caches, keeps_the_site, reader_of, returning_reader_of};
use crate::collection::Collection;
use crate::patience::{becomes, until};
use crate::reader::Reader;

/// What there is at an address: the number it is answered with, which WebKitGTK does not tell, its title and heading, the
/// address in the end.
async fn look(reader: &Reader, path: &str) -> Result<(u16, String, Vec<String>, String)> {
    reader.open(path).await?;
    let answer = reader.ask("return performance.getEntriesByType('navigation')[0].responseStatus ?? 0").await?;
    Ok((answer, reader.page().title().await?, reader.words("h1").await?, reader.address().await?))
}

/// Every [place](Collection::places) of the collection, those with no file of their own included, and some with queries.
fn addresses() -> Result<Vec<String>> {
    let mut addresses: Vec<String> = Collection::own()?.places()?.into_iter().map(|route| route.path).collect();
    addresses.extend(["compare?status=agree", "timeline/?view=list", "reviews/nme?paragraph=2"].map(str::to_owned));
    Ok(addresses)
}

#[tokio::test]
async fn without_a_network_every_address_shows_what_it_shows_with_one() -> Result<()> {
    let release = Release::named("first")?;
    let addresses = addresses()?;
    ensure!(addresses.len() > 12, "there are only {} addresses", addresses.len());

    let online = reader_of(&release).await?;
    online.page().before_each("delete Navigator.prototype.serviceWorker").await?;
    let mut shown = Vec::new();
    for address in &addresses {
        shown.push(look(&online, address).await?);
    }

    let reader = returning_reader_of(&release).await?;
    reader.site()?.break_down_after(0);
    for (address, shown) in addresses.iter().zip(&shown) {
        assert_eq!(look(&reader, address).await?, *shown, "/{address}");
    }
    let asked = asked_for_files(&reader)?;
    ensure!(asked.is_empty(), "the host was asked for {asked:?}");
    Ok(())
}

#[tokio::test]
async fn with_a_network_the_host_is_asked_for_the_worker_and_nothing_else() -> Result<()> {
    let release = Release::named("first")?;
    let reader = returning_reader_of(&release).await?;
    for address in addresses()? {
        reader.open(&address).await?;
    }
    // A page that is left at once does not come to ask.
    let asked = until("some request", |asked: &Vec<_>| !asked.is_empty(), async || Ok(reader.site()?.asked())).await?;
    ensure!(asked.iter().all(|target| target == WORKER), "the host was asked for {asked:?}");
    Ok(())
}

#[tokio::test]
async fn a_folder_s_name_without_its_slash_goes_on_to_the_one_with_it() -> Result<()> {
    let release = Release::named("first")?;
    let reader = returning_reader_of(&release).await?;
    reader.site()?.break_down_after(0);
    reader.open("compare?status=agree").await?;
    let address = reader.page().current_url().await?.to_string();
    ensure!(address == reader.full_address("compare/?status=agree"), "it went on to {address}");
    Ok(())
}

#[tokio::test]
async fn a_first_visit_asks_for_no_file_twice_and_is_left_alone() -> Result<()> {
    let release = Release::named("first")?;
    let reader = reader_of(&release).await?;
    reader.open("").await?;
    keeps_the_site(&reader).await?;
    let mut asked: Vec<String> = reader.site()?.asked();
    asked.retain(|target| target.ends_with(".wasm") || target.ends_with(".js") || target.ends_with(".css"));
    let all = asked.len();
    asked.sort();
    asked.dedup();
    ensure!(asked.len() == all && all > 3, "{all} requests for {asked:?}");
    ensure!(reader.ask::<bool>("return navigator.serviceWorker.controller === null").await?, "the page was claimed");
    let said = reader.words("body > .toast").await?.concat();
    ensure!(said.is_empty(), "the release in use is offered as a new one: {said}");
    Ok(())
}

#[tokio::test]
async fn what_no_page_needs_is_the_host_s_affair() -> Result<()> {
    let release = Release::named("first")?;
    std::fs::write(release.folder().join("liner-notes.html"), "<h1>In one file</h1>")?;
    liner_notes_offline::write(release.folder())?;
    let reader = returning_reader_of(&release).await?;
    reader.page().goto(reader.full_address("liner-notes.html")).await?;
    assert_eq!(reader.words("h1").await?, ["In one file"]);
    let asked = asked_for_files(&reader)?;
    ensure!(asked.contains(&"/liner-notes/liner-notes.html".to_owned()), "the host was asked for {asked:?}");
    Ok(())
}

#[tokio::test]
async fn what_is_outside_its_folder_is_somebody_else_s() -> Result<()> {
    let release = Release::named("first")?;
    let reader = returning_reader_of(&release).await?;
    let origin = reader.full_address("").replace("/liner-notes/", "");
    for path in ["/other/", "/liner-notes-too/"] {
        reader.page().goto(format!("{origin}{path}")).await?;
        ensure!(
            reader.ask::<bool>("return navigator.serviceWorker.controller === null").await?,
            "{path} is controlled"
        );
        ensure!(asked_for_files(&reader)?.contains(&path.to_owned()), "the host was not asked for {path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_site_that_cannot_be_kept_is_the_site_as_it_was() -> Result<()> {
    let release = Release::named("first")?;
    let reader = reader_of(&release).await?;
    let closed = "CacheStorage.prototype.open = () => Promise.reject(new DOMException('closed', 'SecurityError')); \
                  ServiceWorkerContainer.prototype.register = CacheStorage.prototype.open";
    reader.page().before_each(closed).await?;
    reader.open("compare").await?.is_answered().await?.hears_nothing().await?;
    becomes(Vec::<String>::new(), async || caches(&reader).await).await
}
