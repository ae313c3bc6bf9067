"""Common first and last names, drawn separately: no combination is meant to be anybody.

Mixed as the people of a Dutch town are. Names say nothing about a life in this demo: they
are drawn apart from everything else.
"""

from __future__ import annotations

WOMEN: tuple[str, ...] = (
    *("Aisha", "Anja", "Anouk", "Astrid", "Aylin", "Bianca", "Carla", "Chantal", "Dilara"),
    *("Els", "Esra", "Fatima", "Femke", "Gülay", "Hanan", "Hanneke", "Ingrid", "Iris", "Jamila"),
    *("Janneke", "Joanna", "Karin", "Khadija", "Latifa", "Leila", "Linda", "Lisa", "Maaike"),
    *("Magda", "Maria", "Marieke", "Marijke", "Mei", "Melissa", "Mirjam", "Monique", "Nadia"),
    *("Naomi", "Nienke", "Olga", "Patricia", "Petra", "Priya", "Rachida", "Renske", "Rosa"),
    *("Rukiye", "Sabine", "Samira", "Sandra", "Saskia", "Selma", "Sharon", "Sofia", "Soraya"),
    *("Tatiana", "Tineke", "Wendy", "Yvonne", "Zahra", "Zeynep"),
)
MEN: tuple[str, ...] = (
    *("Abdel", "Adam", "Ahmed", "Ali", "Amir", "André", "Arjan", "Bart", "Bas", "Ben", "Bilal"),
    *("Carlos", "Daan", "Daniel", "David", "Dennis", "Dirk", "Emre", "Erik", "Faisal", "Frank"),
    *("Gerard", "Hakan", "Hans", "Hassan", "Hendrik", "Ibrahim", "Ismail", "Jan", "Jeffrey"),
    *("Jeroen", "Johan", "Jozef", "Karim", "Kees", "Kevin", "Khalid", "Lars", "Luca", "Marcel"),
    *("Mark", "Mehmet", "Michael", "Mo", "Murat", "Mustafa", "Niels", "Omar", "Patrick", "Paul"),
    *("Peter", "Rachid", "Ramon", "René", "Richard", "Rob", "Samuel", "Sander", "Sjoerd"),
    *("Stefan", "Tariq", "Theo", "Thomas", "Tom", "Vincent", "Wim", "Yusuf", "Zoran"),
)
LAST: tuple[str, ...] = (
    *("de Jong", "Jansen", "de Vries", "van den Berg", "Bakker", "van Dijk", "Visser", "Smit"),
    *("Meijer", "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks", "Dekker"),
    *("van Leeuwen", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer"),
    *("Kok", "Jacobs", "Vermeulen", "van der Linden", "van Dam", "Koster", "Willems", "Prins"),
    *("Huisman", "Postma", "Kuiper", "Veenstra", "Kramer", "Scholten", "van Wijk", "Post"),
    *("Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Öztürk", "Aydın", "Arslan", "El Amrani"),
    *("Bouzid", "Haddad", "El Idrissi", "Benali", "Ouali", "Ziani", "Chaouch", "Mansouri"),
    *("Singh", "Ramdin", "Sewnath", "Kartosen", "Wijaya", "Pattinama", "Tuhumury", "Martina"),
    *("Ali", "Hassan", "Mohamed", "Warsame", "Tesfaye", "Mensah", "Okafor", "Diallo", "Nguyen"),
    *("Chen", "Wang", "Nowak", "Kowalska", "Ivanova", "Popescu", "Silva", "Pereira", "Rossi"),
)
