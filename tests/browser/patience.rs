//! Waiting for the screen without sleeping: asking until the answer is right, up to a limit.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a page may take to follow; far more than it ever does.
const LIMIT: Duration = Duration::from_secs(25);

/// How soon to ask again the first time; then each time later, since a browser that is asked too often gets to nothing
/// else.
const GLANCE: Duration = Duration::from_millis(20);

/// How late to ask again at most.
const LATEST: Duration = Duration::from_millis(500);

/// Asks until the answer is the expected one. Fails with the last answer.
pub(crate) async fn becomes<T: Debug + PartialEq>(expected: T, ask: impl AsyncFn() -> Result<T>) -> Result<()> {
    until(&format!("{expected:?}"), |answer| *answer == expected, ask).await.map(drop)
}

/// Asks until the answer fits, and gives it. Fails with the last answer; an error while asking is asked about again,
/// since what it is about may just be on its way.
pub(crate) async fn until<T: Debug>(
    expected: &str,
    fits: impl Fn(&T) -> bool,
    ask: impl AsyncFn() -> Result<T>,
) -> Result<T> {
    let end = Instant::now() + LIMIT;
    let mut glance = GLANCE;
    loop {
        let answer = ask().await;
        match answer {
            Ok(answer) if fits(&answer) => return Ok(answer),
            answer if Instant::now() > end => {
                bail!("expected {expected}, and after {} s it is {answer:?}", LIMIT.as_secs())
            }
            _ => tokio::time::sleep(glance).await,
        }
        glance = (glance * 2).min(LATEST);
    }
}
