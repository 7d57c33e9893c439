// Finds the number that an ALTCHA challenge (version 2, PBKDF2) hides, and hands back the whole solution.
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve({ parameters, signature }) {
  const [nonce, salt] = [bytes(parameters.nonce), bytes(parameters.salt)];
  const hash = parameters.algorithm.split("/")[1];
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  for (let counter = 0; ; counter += 1) {
    new DataView(password.buffer).setUint32(nonce.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const rules = { name: "PBKDF2", hash, salt, iterations: parameters.cost };
    const derivedKey = hex(await crypto.subtle.deriveBits(rules, key, 8 * parameters.keyLength));
    if (derivedKey.startsWith(parameters.keyPrefix)) {
      return btoa(JSON.stringify({ challenge: { parameters, signature }, solution: { counter, derivedKey } }));
    }
  }
}

onmessage = async (message) => postMessage(await solve(message.data));
