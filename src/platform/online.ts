/** Tells at once and at each change whether the browser has a network, as far as it knows itself. */
export function followOnline(changed: (isOnline: boolean) => void): void {
  const tell = () => {
    changed(navigator.onLine)
  }
  tell()
  addEventListener("online", tell)
  addEventListener("offline", tell)
}
