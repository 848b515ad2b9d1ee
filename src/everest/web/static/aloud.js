"use strict";
// The browser's part of the mock interview: the question spoken, microphone, level, clock, the interviewer who breaks in,
// words written down by the browser where it can do so on this machine, and playback along the drawing.
const say = document.querySelector("[data-say]");
const find = (name) => document.querySelector(`[data-${name}]`);

// Voices: the browser's own, if it speaks on this machine; else the server's. The words always stand on the page.
const ownVoice = () => window.speechSynthesis && speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith("en"));
const aloud = new Audio();
const speakWords = (words) => {
  const voice = ownVoice();
  if (voice) {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  } else if (say.dataset.voice) {
    aloud.src = `/p/${say.dataset.preparation}/aloud/asked.wav?${Date.now()}`;
    aloud.play().catch(() => {});
  }
};

if (say) {
  const file = say.querySelector('input[type="file"]');
  const typing = say.querySelector("textarea");
  const clock = find("clock");
  const level = find("level");
  let recorder = null;
  let stream = null;
  let pieces = [];
  let started = 0;
  let passed = 0;
  let ticking = 0;
  const tell = (words) => { find("told").textContent = words; };
  const shown = (names) => {
    for (const name of ["record", "pause", "stop", "again"]) find(name).hidden = !names.includes(name);
  };
  const lasted = () => (passed + (recorder && recorder.state === "recording" ? Date.now() - started : 0)) / 1000;

  // In stress mode the server decides when the interviewer breaks in; what is said goes on meanwhile.
  let waiting = Boolean(say.dataset.breaksAt);
  let asking = false;
  const listen = async (text, seconds) => {
    if (!waiting || asking) return;
    asking = true;
    const body = new URLSearchParams({text});
    if (seconds !== null) body.set("seconds", seconds.toFixed(1));
    try {
      const answer = await fetch(`/p/${say.dataset.preparation}/aloud/listening`, {method: "POST", body});
      const found = answer.ok ? await answer.json() : {};
      if (found.asks) {
        waiting = false;
        find("broke-in").textContent = found.asks;
        find("broke-in").hidden = false;
        speakWords(found.asks);
      }
    } catch { /* no interruption then */ } finally { asking = false; }
  };
  let resting = 0;
  typing.addEventListener("input", () => {
    clearTimeout(resting);
    if (waiting) resting = setTimeout(() => listen(typing.value, null), 250);
  });

  const tick = () => {
    const seconds = Math.round(lasted());
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (waiting && recorder.state === "recording" && lasted() >= Number(say.dataset.breaksAt)) listen(find("heard").value, lasted());
  };
  const watch = (source) => {
    const context = new AudioContext();
    const meter = context.createAnalyser();
    context.createMediaStreamSource(source).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    level.hidden = false;
    const draw = () => {
      if (!stream) { context.close(); level.value = 0; level.hidden = true; return; }
      meter.getFloatTimeDomainData(samples);
      level.value = Math.min(1, 4 * Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
      requestAnimationFrame(draw);
    };
    draw();
  };
  const devices = async () => {
    const list = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "audioinput");
    const chosen = find("device").value;
    find("devices").hidden = list.length < 2;
    find("device").replaceChildren(...list.map((one, n) => new Option(one.label || `Microphone ${n + 1}`, one.deviceId, false, one.deviceId === chosen)));
  };

  // The browser's own recognition, only where it promises to work on this machine; never where it would send sound away.
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  const here = {langs: ["en-US"], processLocally: true};
  let writing = null;
  const offer = async () => {
    const told = find("own-told");
    if (!Recognition || !("processLocally" in Recognition.prototype) || !Recognition.available) {
      told.textContent = "This browser has no speech recognition that stays on this machine; Everest listens with its own.";
      return;
    }
    const state = await Recognition.available(here).catch(() => "unavailable");
    find("own").hidden = state !== "available";
    if (state === "available") told.textContent = "";
    else if (state === "unavailable") told.textContent = "This browser cannot recognize English on this machine; Everest listens with its own engine.";
    else {
      told.textContent = "This browser can fetch a language pack from its maker and then recognize speech on this machine. ";
      const fetching = document.createElement("button");
      fetching.type = "button";
      fetching.className = "plain small";
      fetching.textContent = "Let it fetch the pack";
      fetching.addEventListener("click", async () => {
        fetching.disabled = true;
        await Recognition.install(here).catch(() => false);
        offer();
      });
      told.append(fetching);
    }
  };
  const write = (track) => {
    find("heard").value = "";
    if (find("own").hidden || !find("own-on").checked) return;
    writing = new Recognition();
    Object.assign(writing, {lang: "en-US", continuous: true, interimResults: true, processLocally: true});
    const live = find("live");
    let sure = "";
    writing.addEventListener("result", (event) => {
      let loose = "";
      for (let n = event.resultIndex; n < event.results.length; n += 1) {
        const words = event.results[n][0].transcript;
        if (event.results[n].isFinal) sure = `${sure} ${words}`.trim();
        else loose += words;
      }
      find("heard").value = sure;
      live.textContent = `${sure} ${loose}`.trim();
      live.hidden = false;
      listen(live.textContent, lasted());
    });
    writing.addEventListener("end", () => { if (writing && recorder.state === "recording") writing.start(track); });
    writing.addEventListener("error", (event) => {
      if (event.error === "no-speech") return;
      find("own-told").textContent = `The browser stopped writing (${event.error}); Everest listens with its own engine.`;
      find("heard").value = "";
      writing = null;
    });
    try { writing.start(track); } catch { writing = null; }
  };

  const start = async () => {
    const id = find("device").value;
    try {
      stream = await navigator.mediaDevices.getUserMedia({audio: id ? {deviceId: id} : true});
    } catch (trouble) {
      tell(trouble.name === "NotFoundError" ? "No microphone was found. Plug one in, choose a recording, or type." : "The browser may not use the microphone. Allow it in the address bar, choose a recording, or type.");
      return;
    }
    await devices();
    watch(stream);
    pieces = [];
    passed = 0;
    const kind = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg"].find((one) => MediaRecorder.isTypeSupported(one));
    recorder = new MediaRecorder(stream, kind ? {mimeType: kind} : undefined);
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", done);
    recorder.start(1000);
    started = Date.now();
    ticking = setInterval(tick, 250);
    write(stream.getAudioTracks()[0]);
    find("replay").hidden = true;
    shown(["pause", "stop"]);
    find("stop").focus();
    tell("Recording. Speak as you would in the room.");
  };
  const done = () => {
    clearInterval(ticking);
    if (writing) { writing.stop(); writing = null; }
    for (const track of stream.getTracks()) track.stop();
    stream = null;
    const kind = recorder.mimeType.split(";")[0];
    const recording = new File(pieces, `take.${kind.split("/")[1]}`, {type: kind});
    const bag = new DataTransfer();
    bag.items.add(recording);
    file.files = bag.files;
    find("replay").src = URL.createObjectURL(recording);
    find("replay").hidden = false;
    shown(say.dataset.mode === "warm_up" ? ["again"] : []);
    tell("Recorded. Send it when you are ready.");
    find("send").focus();
  };
  if (navigator.mediaDevices && window.MediaRecorder) {
    find("recorder").hidden = false;
    devices().catch(() => {});
    offer();
    find("record").addEventListener("click", start);
    find("again").addEventListener("click", start);
    find("stop").addEventListener("click", () => { if (recorder.state === "recording") passed += Date.now() - started; recorder.stop(); });
    find("pause").addEventListener("click", () => {
      if (recorder.state === "recording") { recorder.pause(); if (writing) writing.stop(); passed += Date.now() - started; find("pause").textContent = "Go on"; tell("Paused."); }
      else { recorder.resume(); if (writing) writing.start(stream.getAudioTracks()[0]); started = Date.now(); find("pause").textContent = "Pause"; tell("Recording."); }
    });
  }
  const offerVoice = () => { find("speak").hidden = !ownVoice() && !say.dataset.voice; };
  offerVoice();
  if (window.speechSynthesis) speechSynthesis.addEventListener("voiceschanged", offerVoice);
  find("speak").addEventListener("click", () => speakWords((find("broke-in").hidden ? find("ask") : find("broke-in")).textContent));
  say.addEventListener("submit", () => { waiting = false; clearTimeout(resting); find("send").disabled = true; find("saved").textContent = "Listening … this takes a few seconds."; });
}
// Playback lights up the words and moves along the drawing; a word or a place in the drawing plays from there.
const sound = document.querySelector("[data-sound]");
if (sound) {
  const words = [...document.querySelectorAll("[data-at]")];
  const drawn = document.querySelector("svg[data-seconds]");
  const head = drawn && drawn.querySelector("[data-playhead]");
  const left = drawn && Number(drawn.dataset.left);
  const wide = drawn && Number(drawn.dataset.right) - left;
  const show = () => {
    const now = sound.currentTime;
    for (const word of words) word.classList.toggle("playing", word.dataset.at <= now && now < word.dataset.to);
    if (!head) return;
    const x = left + wide * Math.min(1, now / drawn.dataset.seconds);
    head.setAttribute("x1", x);
    head.setAttribute("x2", x);
    drawn.classList.add("playing-now");
  };
  const follow = () => { show(); if (!sound.paused && !sound.ended) requestAnimationFrame(follow); };
  const from = (seconds) => { sound.currentTime = seconds; sound.play(); };
  sound.addEventListener("play", follow);
  sound.addEventListener("timeupdate", show);
  for (const word of words) word.addEventListener("click", () => from(Number(word.dataset.at)));
  if (drawn) drawn.addEventListener("click", (event) => {
    const box = drawn.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * drawn.viewBox.baseVal.width;
    from(Math.max(0, (x - left) / wide) * drawn.dataset.seconds);
  });
}
