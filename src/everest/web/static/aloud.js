"use strict";
// The browser's part of the mock interview: microphone, level, clock, the question spoken, playback word by word.
const say = document.querySelector("[data-say]");
if (say) {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const file = say.querySelector('input[type="file"]');
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
  const tick = () => {
    const seconds = Math.round((passed + (recorder && recorder.state === "recording" ? Date.now() - started : 0)) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const watch = (source) => {
    const context = new AudioContext();
    const meter = context.createAnalyser();
    context.createMediaStreamSource(source).connect(meter);
    const samples = new Float32Array(meter.fftSize);
    const draw = () => {
      if (!stream) { context.close(); level.value = 0; return; }
      meter.getFloatTimeDomainData(samples);
      level.value = Math.min(1, 4 * Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
      requestAnimationFrame(draw);
    };
    draw();
  };
  const devices = async () => {
    const list = (await navigator.mediaDevices.enumerateDevices()).filter((one) => one.kind === "audioinput");
    const chosen = find("device").value;
    find("device").replaceChildren(...list.map((one, n) => new Option(one.label || `Microphone ${n + 1}`, one.deviceId, false, one.deviceId === chosen)));
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
    find("replay").hidden = true;
    shown(["pause", "stop"]);
    find("stop").focus();
    tell("Recording. Speak as you would in the room.");
  };
  const done = () => {
    clearInterval(ticking);
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
    find("record").addEventListener("click", start);
    find("again").addEventListener("click", start);
    find("stop").addEventListener("click", () => { if (recorder.state === "recording") passed += Date.now() - started; recorder.stop(); });
    find("pause").addEventListener("click", () => {
      if (recorder.state === "recording") { recorder.pause(); passed += Date.now() - started; find("pause").textContent = "Go on"; tell("Paused."); }
      else { recorder.resume(); started = Date.now(); find("pause").textContent = "Pause"; tell("Recording."); }
    });
  }
  if (window.speechSynthesis) {
    find("speak").addEventListener("click", () => {
      speechSynthesis.cancel();
      speechSynthesis.speak(new SpeechSynthesisUtterance(find("ask").textContent));
    });
  } else if (find("speak")) find("speak").hidden = true;
  say.addEventListener("submit", () => { find("send").disabled = true; find("saved").textContent = "Listening … this takes a few seconds."; });
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
