//! Foreign changes: translators, highlighters and other scripts rewrite an open shadow root. Yew
//! writes into the nodes that it remembers, so after a foreign change the next drawing makes them
//! anew.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MutationObserver, MutationObserverInit, Node};
use yew::virtual_dom::{Key, VNode};
use yew::{Html, NodeRef};

thread_local! {
    /// The cards that Yew is drawing. Changes until the end of that are its own.
    static DRAWN: RefCell<Vec<Rc<Watch>>> = const { RefCell::new(Vec::new()) };
}

/// Notices foreign changes between two drawings.
#[derive(Default)]
pub(super) struct Foreign {
    watch: OnceCell<Rc<Watch>>,
    /// How often the nodes were made anew.
    generation: Cell<u32>,
}

struct Watch {
    mount: Node,
    root: Node,
    observer: MutationObserver,
    seen: Rc<Cell<bool>>,
    is_drawn: Cell<bool>,
    _callback: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Foreign")
    }
}

impl Foreign {
    /// The card, to be drawn: under another key if its nodes are to be made anew.
    pub(super) fn keyed(&self, mut card: Html) -> Html {
        if let Some(watch) = self.watch.get() {
            if watch.has_seen() && !watch.is_drawn.get() {
                self.generation.set(self.generation.get().wrapping_add(1));
                watch.restore();
            }
            watch.begin_drawing();
        }
        if let VNode::VTag(tag) = &mut card {
            Rc::make_mut(tag).key = Some(Key::from(self.generation.get()));
        }
        card
    }

    /// Whether there are foreign changes since the last drawing.
    pub(super) fn has_seen(&self) -> bool {
        end_drawings();
        self.watch.get().is_some_and(|watch| watch.has_seen())
    }

    /// Watches from now on. The element has just put the card into its shadow root, which is no
    /// foreign change; `seen` says whether there was one before.
    pub(super) fn watch(&self, card: &NodeRef, seen: bool) {
        if let Some(watch) = self.watch.get() {
            watch.has_seen();
            watch.seen.set(seen);
        } else if let Some(watch) = card.get().as_ref().and_then(Watch::new) {
            let _ = self.watch.set(Rc::new(watch));
        }
    }

    /// Makes a change that is no foreign one.
    pub(super) fn except(&self, change: impl FnOnce()) {
        let seen = self.has_seen();
        change();
        if let Some(watch) = self.watch.get() {
            watch.has_seen();
            watch.seen.set(seen);
        }
    }
}

/// Ends the drawings of all cards. It is due before any code of the page runs: a listener to one
/// card's event may change another card that is drawn, but has not reported yet.
pub(super) fn end_drawings() {
    for watch in DRAWN.take() {
        watch.has_seen();
        watch.is_drawn.set(false);
    }
}

impl Watch {
    fn new(card: &Node) -> Option<Self> {
        let mount = card.parent_node()?;
        // By its kind and not its class: an element made by another document has a root of that
        // document's class.
        let is_shadow_root = |node: &Node| node.node_type() == Node::DOCUMENT_FRAGMENT_NODE;
        let root = mount.parent_node().filter(is_shadow_root)?;
        let seen = Rc::new(Cell::new(false));
        let callback = Closure::<dyn FnMut()>::new({
            let seen = Rc::clone(&seen);
            move || seen.set(true)
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        observer.observe_with_options(&root, &options).ok()?;
        options.set_character_data(true);
        options.set_subtree(true);
        observer.observe_with_options(&mount, &options).ok()?;
        Some(Self {
            mount,
            root,
            observer,
            seen,
            is_drawn: Cell::default(),
            _callback: callback,
        })
    }

    /// Whether anything has changed since the last time.
    fn has_seen(&self) -> bool {
        let unreported = self.observer.take_records().length() > 0;
        self.seen.take() || unreported
    }

    fn begin_drawing(self: &Rc<Self>) {
        if self.is_drawn.replace(true) {
            return;
        }
        DRAWN.with_borrow_mut(|drawn| {
            if drawn.is_empty() {
                // Yew draws to the end before this runs, and the browser gets its turn after it.
                spawn_local(async { end_drawings() });
            }
            drawn.push(Rc::clone(self));
        });
    }

    /// Puts the card's place back, alone, in which its nodes are made anew.
    fn restore(&self) {
        self.mount.set_text_content(None);
        self.root.set_text_content(None);
        let _ = self.root.append_child(&self.mount);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
