import { crashMatrix } from './matrix.ts';

crashMatrix('menu');
