import { crashMatrix } from './matrix.ts';

crashMatrix('documents');
