/** Reads QR codes with the camera; loaded by the tablet only when somebody scans, and kept with its page. */
export { openCamera } from '../../../platform/camera/camera.ts';
