//! A browser of one of the three engines, driven through its driver.

use std::mem;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::screen::Screen;
use crate::session::taken_up;
use crate::wanted::{Otherwise, wanted};

/// Drivers whose browser nobody has just now, and whoever comes next may have.
static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// An engine that pages are opened in. What it was opened for is left to whoever asks next when it is dropped, or closed.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    /// Each opens one browser.
    drivers: Mutex<Vec<Driver>>,
}

impl Browser {
    /// Chromium; a driver starts with each page.
    #[must_use]
    pub fn chromium() -> Self {
        Self::of(Engine::Chromium)
    }

    /// That engine; a driver starts with each page.
    #[must_use]
    pub fn of(engine: Engine) -> Self {
        Self { engine, drivers: Mutex::default() }
    }

    /// Opens an empty page in a browser that nobody else has meanwhile, and in which nothing is left of who had it before.
    ///
    /// What it writes to the console and requests from the network is kept for
    /// [`Page::console`] and [`Page::requests`].
    ///
    /// # Errors
    ///
    /// When the browser does not start, or cannot be made to have the screen's preferences.
    pub async fn page(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, Otherwise::default()).await
    }

    /// The same as [`page`](Self::page), with what Chromium's threads do written down for [`Page::trace`], as far as it
    /// is of these categories.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_with_trace(&self, screen: &Screen, categories: &[&str]) -> Result<Page> {
        self.open(screen, Otherwise { traced: categories, ..Otherwise::default() }).await
    }

    /// The same as [`page`](Self::page) for a reader whose browser lets no page keep anything: no storage, no database.
    ///
    /// # Errors
    ///
    /// When the browser does not start.
    pub async fn page_that_keeps_nothing(&self, screen: &Screen) -> Result<Page> {
        self.open(screen, Otherwise { keeps_nothing: true, ..Otherwise::default() }).await
    }

    /// The same as [`page`](Self::page) in a Chromium that lets no WebAssembly have more memory than that many pages of
    /// 64 KiB.
    ///
    /// # Errors
    ///
    /// When Chromium does not start.
    pub async fn page_with_little_memory(&self, screen: &Screen, pages: u32) -> Result<Page> {
        self.open(screen, Otherwise { memory: Some(pages), ..Otherwise::default() }).await
    }

    async fn open(&self, screen: &Screen, otherwise: Otherwise<'_>) -> Result<Page> {
        drop(self.closed());
        while let Some(driver) = self.idle(otherwise) {
            // One that does not answer any more has broken down under somebody else.
            if let Ok(page) = self.opened_again(driver, screen, otherwise).await {
                return Ok(page);
            }
        }
        match self.opened(screen, otherwise).await {
            Ok(page) => Ok(page),
            // A browser that does not come up on a busy machine does the second time.
            Err(error) => {
                eprintln!("{error:#}; it is started once more");
                self.opened(screen, otherwise).await
            }
        }
    }

    /// Opens a page in a new browser.
    async fn opened(&self, screen: &Screen, otherwise: Otherwise<'_>) -> Result<Page> {
        let wanted = wanted(self.engine, otherwise)?;
        let mut driver = Driver::start(self.engine)?;
        let opened = WebDriver::new(driver.address(), wanted).await;
        if let Ok(opened) = &opened {
            driver.will_close(&opened.session_id().to_string(), self.is_for_anybody(otherwise));
        }
        let opened = opened.with_context(|| format!("{} does not open", self.engine));
        self.page_of(driver, opened, screen, otherwise, false).await
    }

    /// Opens a page in a browser that was another's.
    async fn opened_again(&self, driver: Driver, screen: &Screen, otherwise: Otherwise<'_>) -> Result<Page> {
        let session = driver.session().unwrap_or_default().to_owned();
        let opened = taken_up(&driver.address(), &session).await;
        self.page_of(driver, opened, screen, otherwise, true).await
    }

    async fn page_of(
        &self,
        driver: Driver,
        opened: Result<WebDriver>,
        screen: &Screen,
        otherwise: Otherwise<'_>,
        was_anothers: bool,
    ) -> Result<Page> {
        let page = match opened {
            Ok(opened) => Page::new(opened, self.engine, &driver),
            Err(error) => Err(error),
        };
        let page = match page {
            Ok(page) => page.begin(otherwise, was_anothers).await.map(|()| page),
            Err(error) => Err(error),
        };
        let page = page?;
        self.drivers.lock().unwrap_or_else(PoisonError::into_inner).push(driver);
        page.show_on(screen).await?;
        Ok(page)
    }

    /// The drivers whose browsers were closed: whoever opens many, one after the other, has no more than are open.
    fn closed(&self) -> Vec<Driver> {
        let mut drivers = self.drivers.lock().unwrap_or_else(PoisonError::into_inner);
        let (closed, open) = mem::take(&mut *drivers).into_iter().partition(Driver::is_closed);
        *drivers = open;
        closed
    }

    /// A driver with a browser that nobody has, and that is or can be made what is asked for.
    fn idle(&self, otherwise: Otherwise<'_>) -> Option<Driver> {
        if !self.is_for_anybody(otherwise) {
            return None;
        }
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let place = idle.iter().position(|driver| driver.engine() == self.engine)?;
        Some(idle.swap_remove(place))
    }

    /// Whether a browser that does this otherwise can be made one that does not, and one that does not, one that does. In
    /// Chromium it is said once, when it starts; WebKitGTK's remembers nothing, but cannot be made to forget either.
    fn is_for_anybody(&self, otherwise: Otherwise<'_>) -> bool {
        match self.engine {
            Engine::Chromium => otherwise == Otherwise::default(),
            Engine::Firefox => true,
            Engine::WebKit => false,
        }
    }
}

impl Drop for Browser {
    /// Leaves to others what can be handed on, unless what it was used for broke down.
    fn drop(&mut self) {
        let drivers = mem::take(self.drivers.get_mut().unwrap_or_else(PoisonError::into_inner));
        if thread::panicking() {
            return;
        }
        // To close a browser takes a while, and nobody is to wait for that who wants another.
        let (kept, closed): (Vec<_>, Vec<_>) = drivers.into_iter().partition(Driver::can_be_handed_on);
        drop(closed);
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
    }
}
