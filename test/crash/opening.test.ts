import { crashMatrix } from './matrix.ts';

crashMatrix('opening');
